import { defineExperiment } from '../../core/run/experiment.ts'
import { numbers } from '../../math/algebra.ts'
import type { ElementwiseLoss } from '../../math/loss.ts'
import { getLoss } from '../../math/losses/index.ts'
import { copyTree } from '../../protocol/frame.ts'
import spec, { START, type OutlierValues } from './spec.ts'

interface Saved {
  readonly slope: number
  readonly height: number
  readonly live: Pick<OutlierValues, 'points' | 'delta' | 'learningRate'>
}

/** A straight line, fitted to the points by full-batch gradient descent on the mean of one loss. */
export default defineExperiment(spec, {
  create(values) {
    const loss = getLoss(values.loss) as ElementwiseLoss
    let [slope, height]: [number, number] = [...START]
    let { points, delta, learningRate } = values

    const mean = (of: (point: { x: number; y: number }) => number): number =>
      points.reduce((sum, point) => sum + of(point), 0) / Math.max(1, points.length)
    /** ∂ℓ/∂ŷ at a point. */
    const pull = ({ x, y }: { x: number; y: number }): number =>
      loss.gradient(numbers, slope * x + height, y, { delta })
    const lossNow = (): number => mean(({ x, y }) => loss.value(numbers, slope * x + height, y, { delta }))

    return {
      step() {
        const [bySlope, byHeight] = [mean((point) => pull(point) * point.x), mean(pull)]
        slope -= learningRate * bySlope
        height -= learningRate * byHeight
      },
      measure: () => ({ loss: lossNow(), slope, height }),
      frame: () => ({ slope, height, loss: lossNow() }),
      set(changed) {
        ;({ points, delta, learningRate } = { points, delta, learningRate, ...changed })
      },
      diagnose: () => ({ place: values.loss, cause: 'rate-too-high' }),
      save: (): Saved => ({ slope, height, live: copyTree({ points, delta, learningRate }) }),
      restore(checkpoint) {
        const saved = copyTree(checkpoint as Saved)
        ;({ slope, height } = saved)
        ;({ points, delta, learningRate } = saved.live)
      },
      dispose: () => undefined,
    }
  },
})
