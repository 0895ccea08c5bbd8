import type { TruthId } from '../spec.ts'

/** The functions that the points are drawn from, on [−1, 1]. */
export const truths: Readonly<Record<TruthId, (x: number) => number>> = {
  sine: (x) => Math.sin(Math.PI * x),
  waves: (x) => Math.sin(2 * Math.PI * x),
  // Runge's function (1901), on which polynomials through equidistant points go astray; scaled to [−1, 1].
  runge: (x) => 2 / (1 + 25 * x * x) - 1,
  step: (x) => (x < 0 ? -1 : 1),
  line: (x) => 0.8 * x,
}
