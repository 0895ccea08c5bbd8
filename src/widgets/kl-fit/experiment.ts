import { defineExperiment } from '../../core/run/experiment.ts'
import type { RowLoss } from '../../math/loss.ts'
import { getLoss } from '../../math/losses/index.ts'
import { softmax } from '../../math/softmax.ts'
import { makeBump, makeTruth } from './model/shapes.ts'
import spec, { type Direction } from './spec.ts'

interface Saved {
  readonly mean: number
  readonly logDeviation: number
  readonly rate: number
}

const LOSSES: Readonly<Record<Direction, RowLoss>> = {
  forward: getLoss('kl-logits') as RowLoss,
  reverse: getLoss('reverse-kl-logits') as RowLoss,
}
/** Narrower than two cells a bump is no shape any more; wider than the line it is flat. */
const NARROWEST = Math.log(0.2)
const WIDEST = Math.log(6)

/**
 * One bump q, moved by gradient descent in its mean μ and log σ until it is close to p by one of the two divergences.
 * Where that is infinite it has no slope, and q stays where it is.
 */
export default defineExperiment(spec, {
  create(values) {
    const { direction, model } = values
    const p = makeTruth(values)
    let mean = values.mean
    let logDeviation = Math.log(values.deviation)
    let rate = values.learningRate

    const bump = () => makeBump(model, mean, Math.exp(logDeviation))
    const divergence = (id: Direction, logits: Float64Array): number => LOSSES[id].value(logits, p, {})

    function gradient(): readonly [number, number] | null {
      const { log, byMean, byLogDeviation } = bump()
      if (!Number.isFinite(divergence(direction, log))) return null
      const byLogit = LOSSES[direction].gradient(log, p, {})
      const along = (slopes: Float64Array): number =>
        slopes.reduce((sum, slope, i) => (log[i] === -Infinity ? sum : sum + byLogit[i] * slope), 0)
      return [along(byMean), along(byLogDeviation)]
    }

    return {
      step() {
        const slope = gradient()
        if (!slope) return
        mean -= rate * slope[0]
        logDeviation = Math.min(WIDEST, Math.max(NARROWEST, logDeviation - rate * slope[1]))
      },
      measure() {
        const { log } = bump()
        const both = { forward: divergence('forward', log), reverse: divergence('reverse', log) }
        return { divergence: both[direction], ...both, mean, deviation: Math.exp(logDeviation) }
      },
      frame() {
        const { log } = bump()
        const q = softmax(log)
        const [first, second] = direction === 'forward' ? [p, q] : [q, p]
        return {
          p: p.slice(),
          q,
          mean,
          deviation: Math.exp(logDeviation),
          forward: divergence('forward', log),
          reverse: divergence('reverse', log),
          gradient: gradient(),
          parts: first.map((share, i) => (share > 0 ? share * Math.log(share / second[i]) : 0)),
        }
      },
      set(changed) {
        rate = changed.learningRate ?? rate
      },
      save: (): Saved => ({ mean, logDeviation, rate }),
      restore(checkpoint) {
        ;({ mean, logDeviation, rate } = checkpoint as Saved)
      },
      dispose: () => undefined,
    }
  },
})
