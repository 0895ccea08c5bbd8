export type Verdict = 'creeps' | 'slides' | 'hops' | 'circles' | 'diverges'

/**
 * What a fixed rate does on a parabola follows from ηλ alone: each update multiplies w by 1 − ηλ.
 * Below 0.3 more than twenty updates are needed for three digits, which is called creeping here.
 */
export function verdictOf(product: number): Verdict {
  if (Math.abs(product - 2) < 1e-9) return 'circles'
  if (product > 2) return 'diverges'
  if (product > 1) return 'hops'
  return product < 0.3 ? 'creeps' : 'slides'
}
