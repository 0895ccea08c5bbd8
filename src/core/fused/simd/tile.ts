import type { Blocks } from './blocks.ts'
import { get, lanes, set, type Code } from './instructions.ts'
import { repeat, type Times, type Writer } from './module.ts'
import type { Pointers, Product } from './product.ts'

/** Vectors of a block, and of sums that are kept in registers at once: with the operands they fill the sixteen there are. */
export const BLOCK_VECTORS = 2
const MOST_VECTORS = 10
const MOST_ROWS = 6
const MOST_UNROLLED = 5

interface Tiles {
  readonly times: Times
  readonly height: number
  /** Rows before the first. */
  readonly skip: number
}

/** Rows in tiles of such a height that few processor cycles are wasted. */
export function tilesOf(rows: Product['rows']['times'], vectors: number): Tiles[] {
  if (typeof rows !== 'number') return [{ times: { local: rows.fours }, height: 4, skip: 0 }]
  // One link of a sum's chain takes four cycles, in which other sums go on.
  const cycles = (height: number): number => (height === 0 ? 0 : Math.max(4, height * vectors) + 1)
  const cost = (height: number): number => Math.floor(rows / height) * cycles(height) + cycles(rows % height)
  const most = Math.min(MOST_ROWS, Math.floor(MOST_VECTORS / vectors), rows)
  let best = most
  for (let height = most - 1; height > 0; height--) if (cost(height) < cost(best)) best = height
  const full = Math.floor(rows / best)
  const tiles: Tiles[] = [{ times: full, height: best, skip: 0 }]
  return rows % best > 0 ? [...tiles, { times: 1, height: rows % best, skip: full * best }] : tiles
}

/** One tile: its sums begin, take all terms, and are stored. */
export function writeTile(
  writer: Writer,
  { rows, terms, bias, finish, rectifies }: Product,
  height: number,
  { widths, offsets }: Blocks,
  at: Pointers,
): Code {
  const factor = writer.local('vector')
  const row = widths.map(() => writer.local('vector'))
  const sums = Array.from({ length: height }, () => widths.map(() => writer.local('vector')))
  const each = (write: (sum: number, i: number, j: number) => Code): Code =>
    sums.flatMap((of, i) => of.flatMap((sum, j) => write(sum, i, j)))

  const begin = each((sum, i, j) => {
    if (i > 0) return set(sum, get(sums[0][j]))
    return set(sum, bias === undefined ? lanes.fill(0) : lanes.load(widths[j], get(at.bias), offsets[j]))
  })
  const term = (a: number, b: number, skipA: number, skipB: number): Code => [
    ...row.flatMap((vector, j) => set(vector, lanes.load(widths[j], get(b), skipB + offsets[j]))),
    ...sums.flatMap((of, i) => [
      ...set(factor, lanes.loadSplat(get(a), skipA + i * rows.a)),
      ...of.flatMap((sum, j) => set(sum, lanes.add(get(sum), lanes.mul(get(factor), get(row[j]))))),
    ]),
  ]
  const take = (depth: number, a: number, b: number): Code => {
    const { times, ...step } = terms[depth]
    const last = depth === terms.length - 1
    const unrolled = last && typeof times === 'number' ? largestDivisor(times, MOST_UNROLLED) : 1
    const pointers = [
      { from: a, step: unrolled * step.a },
      { from: b, step: unrolled * step.b },
    ]
    return repeat(writer, typeof times === 'number' ? times / unrolled : times, pointers, ([a, b]) =>
      last
        ? Array.from({ length: unrolled }, (_, k) => term(a, b, k * step.a, k * step.b)).flat()
        : take(depth + 1, a, b),
    )
  }
  // Rows may share cells: each is stored before the next is loaded.
  const store = each((sum, i, j) => {
    const offset = i * rows.c + offsets[j]
    const total = finish === 'add' ? lanes.add(lanes.load(widths[j], get(at.c), offset), get(sum)) : get(sum)
    return lanes.store(
      widths[j],
      get(at.c),
      rectifies === true ? lanes.max(total, lanes.fill(0)) : total,
      offset,
    )
  })
  return [...begin, ...take(0, at.a, at.b), ...store]
}

function largestDivisor(n: number, most: number): number {
  for (let divisor = Math.min(n, most); divisor > 1; divisor--) if (n % divisor === 0) return divisor
  return 1
}
