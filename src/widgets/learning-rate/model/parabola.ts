import type { Run } from '../../../core/run/experiment.ts'
import type spec from '../spec.ts'
import { START, type RateValues } from '../spec.ts'

/** Gradient descent on L(w) = ½ λ w² in float64: each update multiplies w by 1 − ηλ. */
export function runParabola({ learningRate, curvature }: RateValues): Run<typeof spec> {
  let w: number[] = [START]
  const now = (): number => w[w.length - 1]
  return {
    step() {
      w.push(now() - learningRate * curvature * now())
    },
    measure: () => ({ loss: 0.5 * curvature * now() ** 2 }),
    // A ball beyond all numbers stays where it was last seen: its loss tells the rest.
    frame: () => ({ kind: 'parabola', w: Float64Array.from(w.filter(Number.isFinite)) }),
    diagnose: () => ({ place: 'weight', cause: 'rate-too-high' }),
    save: () => Float64Array.from(w),
    restore(checkpoint) {
      w = [...(checkpoint as Float64Array)]
    },
    dispose: () => undefined,
  }
}
