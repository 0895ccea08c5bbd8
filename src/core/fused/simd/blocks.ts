import type { Width } from './instructions.ts'

export const FLOAT = 4

/** Columns that are worked on at once, so many times. */
export interface Blocks {
  readonly times: number
  readonly widths: readonly Width[]
  /** Bytes before each of a block's vectors, and of a whole block. */
  readonly offsets: readonly number[]
  readonly bytes: number
  /** Bytes before the first block. */
  readonly skip: number
}

/** Cuts so many columns into blocks of some whole vectors, and what is left into four, two and one. */
export function blocksOf(columns: number, vectors: number): Blocks[] {
  const size = 4 * vectors
  const full = Math.floor(columns / size)
  const left = columns % size
  const rest = [
    ...Array.from({ length: Math.floor(left / 4) }, () => 4 as const),
    ...([2, 1] as const).filter((width) => (left & width) !== 0),
  ]
  const block = (times: number, widths: readonly Width[], skip: number): Blocks => {
    const offsets = widths.map((_, j) => FLOAT * sum(widths.slice(0, j)))
    return { times, widths, offsets, bytes: FLOAT * sum(widths), skip }
  }
  return [
    ...(full > 0
      ? [
          block(
            full,
            Array.from({ length: vectors }, () => 4 as const),
            0,
          ),
        ]
      : []),
    ...(rest.length > 0 ? [block(1, rest, FLOAT * size * full)] : []),
  ]
}

const sum = (widths: readonly Width[]): number => widths.reduce<number>((total, width) => total + width, 0)
