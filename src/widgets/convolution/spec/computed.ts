import { convolve, planSide, type Cells, type SidePlan, type Slide } from '../../../math/convolution.ts'
import { formatTenths, LUMA, makePattern, parseTenths } from '../../../math/imagePatterns.ts'
import { namedKernels } from '../../../math/kernels.ts'
import { inkOf, lightOf, toSquare } from '../../../math/readerImage.ts'
import type { ConvolutionValues } from '../spec.ts'
import { isLearned, learnedRows } from './learned.ts'

/** Everything the figure shows, from its settings. */
export interface Computed {
  readonly image: Cells
  readonly kernel: Cells
  readonly slide: Slide
  readonly output: Cells
  readonly down: SidePlan
  readonly across: SidePlan
  /** The explained output cell, brought into the map. */
  readonly row: number
  readonly column: number
}

/** [side, side, channels]: the pattern, or what the reader has drawn. */
export function imageOf({ image, side, channels, drawn }: ConvolutionValues): Cells {
  const cells = Number(side)
  const depth = channels === '3' ? 3 : 1
  if (image !== 'own') return makePattern(image, cells, depth)
  return drawingOf(drawn, cells, depth)
}

/** A drawing in another size or number of channels than it was made in is taken over cell by cell; none is empty paper. */
function drawingOf(drawn: string, side: number, channels: 1 | 3): Cells {
  const values = new Float64Array(side * side * channels).fill(channels === 3 ? 1 : 0)
  const made = ([12, 28] as const)
    .flatMap((from) => ([1, 3] as const).map((depth) => ({ from, depth })))
    .find(({ from, depth }) => drawn.length === from * from * depth)
  const given = made && parseTenths(drawn, drawn.length)
  if (given) {
    for (let i = 0; i < side * side; i++) {
      const row = Math.floor(((Math.floor(i / side) + 0.5) / side) * made.from)
      const column = Math.floor((((i % side) + 0.5) / side) * made.from)
      const cell = Array.from(
        { length: made.depth },
        (_, c) => given[(row * made.from + column) * made.depth + c],
      )
      recolour(cell, channels).forEach((value, c) => (values[i * channels + c] = value))
    }
  }
  return { height: side, width: side, channels, values }
}

/** Ink becomes grey light, and light the ink that is as dark. */
function recolour(cell: readonly number[], channels: 1 | 3): readonly number[] {
  if (cell.length === channels) return cell
  if (channels === 3) return [1 - cell[0], 1 - cell[0], 1 - cell[0]]
  const light = LUMA.reduce((sum, share, c) => sum + share * cell[c], 0)
  return [Math.round((1 - light) * 10) / 10]
}

/** The image with one cell changed. */
export function paintCell(image: Cells, row: number, column: number, color: readonly number[]): Cells {
  const values = Float64Array.from(image.values)
  color.forEach((value, c) => (values[(row * image.width + column) * image.channels + c] = value))
  return { ...image, values }
}

/** The middle square of a picture in the figure’s cells, as the parameter `drawn` keeps it. */
export function drawPicture(
  picture: { readonly width: number; readonly height: number; readonly rgba: ArrayLike<number> },
  { side, channels }: Pick<ConvolutionValues, 'side' | 'channels'>,
): string {
  const { rgba, width, height } = picture
  const planes =
    channels === '3'
      ? [0, 1, 2].map((channel) => lightOf(rgba, width, height, channel))
      : [inkOf(rgba, width, height)]
  const squares = planes.map((plane) => toSquare(plane, Number(side)))
  const count = Number(side) ** 2 * squares.length
  return formatTenths(
    Float64Array.from(
      { length: count },
      (_, i) => squares[i % squares.length][Math.floor(i / squares.length)],
    ),
  )
}

/** The filter’s slices as rows of a kernel side by side: [k, 3k]. A named filter has the same slice for each channel. */
export function slicesOf({ filter, size, small, large }: ConvolutionValues): readonly (readonly number[])[] {
  if (filter === 'own') return size === '3' ? small : large
  const rows = isLearned(filter)
    ? learnedRows(filter, size)
    : namedKernels[filter][size === '3' ? 'small' : 'large']
  return rows.map((row) => [...row, ...row, ...row])
}

/** [k, k, channels] */
export function kernelOf(values: ConvolutionValues): Cells {
  const slices = slicesOf(values)
  const size = slices.length
  const channels = Number(values.channels)
  return {
    height: size,
    width: size,
    channels,
    values: Float64Array.from({ length: size * size * channels }, (_, i) => {
      const cell = Math.floor(i / channels)
      return slices[Math.floor(cell / size)][(i % channels) * size + (cell % size)]
    }),
  }
}

/** The settings that change one weight: a named filter becomes the reader’s own. */
export function withWeight(
  values: ConvolutionValues,
  channel: number,
  row: number,
  column: number,
  weight: number,
): Partial<ConvolutionValues> {
  const slices = slicesOf(values)
  const at = channel * slices.length + column
  const changed = slices.map((old, r) => (r === row ? old.map((w, c) => (c === at ? weight : w)) : old))
  return { filter: 'own', ...(values.size === '3' ? { small: changed } : { large: changed }) }
}

/** Products that cancel leave some 10⁻¹⁶ of rounding, which would fill the scale of an empty map. */
function withoutDust(map: Cells): Cells {
  return { ...map, values: Float64Array.from(map.values, (value) => (Math.abs(value) < 1e-9 ? 0 : value)) }
}

export function compute(values: ConvolutionValues): Computed {
  const image = imageOf(values)
  const kernel = kernelOf(values)
  const { stride, dilation, padding, pad } = values
  const slide: Slide = { stride, dilation, padding: padding === 'number' ? pad : padding }
  const output = withoutDust(convolve(image, kernel, slide))
  return {
    image,
    kernel,
    slide,
    output,
    down: planSide(image.height, kernel.height, slide),
    across: planSide(image.width, kernel.width, slide),
    row: Math.min(output.height - 1, values.row),
    column: Math.min(output.width - 1, values.column),
  }
}
