import type { Algebra } from '../algebra.ts'
import { beta1, beta2, decay, epsilon, rate } from '../hyper.ts'
import type { UpdateInput, UpdateOutput } from '../optimizer.ts'
import { average, defineOptimizer, withL2 } from '../optimizer.ts'

type Hyper = 'beta1' | 'beta2' | 'epsilon' | 'decay'
type Slot = 'mean' | 'square'
type Factor = 'step' | 'correction'

/**
 * The rate over 1 − β₁ᵗ, and √(1 − β₂ᵗ), which together undo the pull of the moments towards their start at 0.
 * Both are found once per update, in float64.
 */
export function adamFactors(rate: number, update: number, hyper: Record<'beta1' | 'beta2', number>) {
  return {
    step: rate / (1 - hyper.beta1 ** update),
    correction: Math.sqrt(1 - hyper.beta2 ** update),
  }
}

/** The step of Adam for a gradient that already holds whatever decay belongs in it. */
export function adamRule<T>(
  o: Algebra<T>,
  { weight, gradient, slots, factors, hyper }: UpdateInput<T, Exclude<Hyper, 'decay'>, Slot, Factor>,
): UpdateOutput<T, Slot> {
  const mean = average(o, hyper.beta1, slots.mean, gradient)
  const square = average(o, hyper.beta2, slots.square, o.square(gradient))
  const size = o.add(o.div(o.sqrt(square), factors.correction), o.constant(hyper.epsilon))
  return { weight: o.sub(weight, o.mul(factors.step, o.div(mean, size))), slots: { mean, square } }
}

/** Adam (Kingma and Ba, 2015) in PyTorch's form: ε is added after the correction of the second moment; decay is L2. */
export default defineOptimizer({
  id: 'adam',
  order: 80,
  labels: { en: 'Adam', zh: 'Adam' },
  formula: [
    String.raw`m \leftarrow \beta_1 m + (1 - \beta_1)\, g`,
    String.raw`v \leftarrow \beta_2 v + (1 - \beta_2)\, g^{2}`,
    String.raw`\hat{m} = \frac{m}{1 - \beta_1^{t}}, \quad \hat{v} = \frac{v}{1 - \beta_2^{t}}`,
    String.raw`w \leftarrow w - \eta\, \frac{\hat{m}}{\sqrt{\hat{v}} + \varepsilon}`,
  ],
  rate: rate(0.01),
  hyper: { beta1, beta2, epsilon: epsilon(1e-8), decay: decay(0) },
  slots: ['mean', 'square'],
  factors: adamFactors,
  rule: (o, input) =>
    adamRule(o, { ...input, gradient: withL2(o, input.gradient, input.weight, input.hyper.decay) }),
})
