import { defineExperiment } from '../../core/run/experiment.ts'
import { numbers } from '../../math/algebra.ts'
import spec, { judge } from './spec.ts'

interface Saved {
  readonly weight: number
  readonly bias: number
  readonly rate: number
}

/** One sigmoid unit with one input, x = 1, and one example: p = σ(w·1 + b), by plain gradient descent in w and b. */
export default defineExperiment(spec, {
  create(values) {
    let weight = values.start / 2
    let bias = values.start / 2
    let rate = values.learningRate
    const now = () => ({ z: weight + bias, ...judge(values.loss, weight + bias) })

    return {
      step() {
        // x = 1, so ∂L/∂w = ∂L/∂b = ∂L/∂z.
        const { gradient } = now()
        weight -= rate * gradient
        bias -= rate * gradient
      },
      measure() {
        const { z, loss, gradient } = now()
        return { missing: numbers.sigmoid(-z), loss, gradient }
      },
      frame() {
        const { z, loss, gradient } = now()
        return { z, output: numbers.sigmoid(z), loss, gradient }
      },
      set(changed) {
        rate = changed.learningRate ?? rate
      },
      save: (): Saved => ({ weight, bias, rate }),
      restore(checkpoint) {
        ;({ weight, bias, rate } = checkpoint as Saved)
      },
      dispose: () => undefined,
    }
  },
})
