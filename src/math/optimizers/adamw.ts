import { beta1, beta2, decay, epsilon, rate } from '../hyper.ts'
import { defineOptimizer } from '../optimizer.ts'
import { adamFactors, adamRule } from './adam.ts'

/** AdamW (Loshchilov and Hutter, 2019): the weights shrink by themselves; the moments see the plain gradient. */
export default defineOptimizer({
  id: 'adamw',
  order: 90,
  labels: { en: 'AdamW', zh: 'AdamW' },
  formula: [
    String.raw`w \leftarrow (1 - \eta \lambda)\, w`,
    String.raw`m \leftarrow \beta_1 m + (1 - \beta_1)\, g`,
    String.raw`v \leftarrow \beta_2 v + (1 - \beta_2)\, g^{2}`,
    String.raw`w \leftarrow w - \eta\, \frac{m / (1 - \beta_1^{t})}{\sqrt{v / (1 - \beta_2^{t})} + \varepsilon}`,
  ],
  rate: rate(0.01),
  hyper: { beta1, beta2, epsilon: epsilon(1e-8), decay: decay(0.01) },
  slots: ['mean', 'square'],
  factors: (rate, update, hyper) => ({ ...adamFactors(rate, update, hyper), kept: 1 - rate * hyper.decay }),
  rule: (o, input) => adamRule(o, { ...input, weight: o.mul(input.factors.kept, input.weight) }),
})
