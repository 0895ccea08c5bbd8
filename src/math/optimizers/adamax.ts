import { beta1, beta2, decay, epsilon, rate } from '../hyper.ts'
import { average, defineOptimizer, withL2 } from '../optimizer.ts'

/** AdaMax (Kingma and Ba, 2015, section 7.1): Adam with a decaying maximum in place of the root mean square. */
export default defineOptimizer({
  id: 'adamax',
  order: 100,
  labels: { en: 'AdaMax', zh: 'AdaMax' },
  formula: [
    String.raw`m \leftarrow \beta_1 m + (1 - \beta_1)\, g`,
    String.raw`u \leftarrow \max(\beta_2 u,\ |g| + \varepsilon)`,
    String.raw`w \leftarrow w - \frac{\eta}{1 - \beta_1^{t}}\, \frac{m}{u}`,
  ],
  rate: rate(0.01),
  hyper: { beta1, beta2, epsilon: epsilon(1e-8), decay: decay(0) },
  slots: ['mean', 'largest'],
  factors: (rate, update, hyper) => ({ step: rate / (1 - hyper.beta1 ** update) }),
  rule: (o, { weight, gradient, slots, factors, hyper }) => {
    const slope = withL2(o, gradient, weight, hyper.decay)
    const mean = average(o, hyper.beta1, slots.mean, slope)
    const size = o.add(o.abs(slope), o.constant(hyper.epsilon))
    const largest = o.max(o.mul(o.constant(hyper.beta2), slots.largest), size)
    return { weight: o.sub(weight, o.mul(factors.step, o.div(mean, largest))), slots: { mean, largest } }
  },
})
