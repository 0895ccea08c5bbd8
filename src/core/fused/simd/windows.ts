import { blocksOf, FLOAT } from './blocks.ts'
import { get, set, whole, type Code, type Width } from './instructions.ts'
import { repeat, type Writer } from './module.ts'

/** Windows over maps [count, height, width, channels], and where all stands: addresses in bytes. */
export interface Pooling {
  readonly how: 'max' | 'average'
  readonly channels: number
  readonly height: number
  readonly width: number
  readonly rows: Windows
  readonly columns: Windows
  readonly input: number
  readonly output: number
  /** Gradients stand so many bytes after the numbers they are of. */
  readonly inputGradient: number
  readonly outputGradient: number
}

/** Windows along one side. In memory two whole numbers of each: bytes before its first cell, and its cells inside the map. */
export interface Windows {
  readonly address: number
  readonly count: number
}

/** Bytes of an entry in a table of windows, and those before the second number. */
const ENTRY = 8
const SECOND = 4

/** One window of some channels: locals that point to its first cell and to its result, and how many cells it has. */
export interface Window {
  readonly first: number
  readonly result: number
  readonly cells: Code
  each(visit: (cell: number) => Code): Code
}

/** Visits every window of every map; parameter 0 says of how many images. */
export function overWindows(
  writer: Writer,
  pooling: Pooling,
  visit: (width: Width, window: Window) => Code,
): Code {
  const { channels, height, width, rows, columns } = pooling
  const cell = FLOAT * channels
  const line = cell * width
  const named = (value: Code): { readonly local: number; readonly code: Code } => {
    const local = writer.local('whole')
    return { local, code: set(local, value) }
  }
  const [input, output, down, across] = [pooling.input, pooling.output, rows.address, columns.address].map(
    (address) => named(whole.constant(address)),
  )

  const windowAt = (image: number, result: number, row: number, column: number): Code => {
    const start = whole.add(whole.load(get(row)), whole.load(get(column)))
    const corner = named(whole.add(get(image), start))
    const high = named(whole.load(get(row), SECOND))
    const wide = named(whole.load(get(column), SECOND))
    const walk = (first: number, visitCell: (cell: number) => Code): Code =>
      repeat(writer, high, [{ from: first, step: line }], ([start]) =>
        repeat(writer, wide, [{ from: start, step: cell }], ([at]) => visitCell(at)),
      )
    const overChannels = blocksOf(channels, 1).flatMap(({ times, widths, offsets, bytes, skip }) =>
      widths.flatMap((width, j) =>
        repeat(
          writer,
          times,
          [corner, { local: result }].map(({ local }) => ({
            from: local,
            step: bytes,
            skip: skip + offsets[j],
          })),
          ([first, result]) =>
            visit(width, {
              first,
              result,
              cells: whole.mul(get(high.local), get(wide.local)),
              each: (visitCell) => walk(first, visitCell),
            }),
        ),
      ),
    )
    return [...corner.code, ...high.code, ...wide.code, ...overChannels]
  }

  const images = [
    { from: input.local, step: line * height },
    { from: output.local, step: cell * columns.count * rows.count },
  ]
  return [
    ...[input, output, down, across].flatMap(({ code }) => code),
    ...repeat(writer, { local: 0 }, images, ([image, map]) =>
      repeat(
        writer,
        rows.count,
        [
          { from: down.local, step: ENTRY },
          { from: map, step: cell * columns.count },
        ],
        ([row, strip]) =>
          repeat(
            writer,
            columns.count,
            [
              { from: across.local, step: ENTRY },
              { from: strip, step: cell },
            ],
            ([column, result]) => windowAt(image, result, row, column),
          ),
      ),
    ),
  ]
}
