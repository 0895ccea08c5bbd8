import { decay, epsilon, rate, rho } from '../hyper.ts'
import { average, defineOptimizer, withL2 } from '../optimizer.ts'

/** AdaDelta (Zeiler, 2012): steps have the size of recent steps, so that the rate is 1. */
export default defineOptimizer({
  id: 'adadelta',
  order: 60,
  labels: { en: 'AdaDelta', zh: 'AdaDelta' },
  formula: [
    String.raw`s \leftarrow \rho s + (1 - \rho)\, g^{2}`,
    String.raw`d = \frac{\sqrt{u + \varepsilon}}{\sqrt{s + \varepsilon}}\, g`,
    String.raw`u \leftarrow \rho u + (1 - \rho)\, d^{2}`,
    String.raw`w \leftarrow w - \eta\, d`,
  ],
  rate: rate(1),
  hyper: { rho: rho(0.9), epsilon: epsilon(1e-6), decay: decay(0) },
  slots: ['square', 'steps'],
  factors: (rate) => ({ rate }),
  rule: (o, { weight, gradient, slots, factors, hyper }) => {
    const guard = o.constant(hyper.epsilon)
    const slope = withL2(o, gradient, weight, hyper.decay)
    const square = average(o, hyper.rho, slots.square, o.square(slope))
    const ratio = o.div(o.sqrt(o.add(slots.steps, guard)), o.sqrt(o.add(square, guard)))
    const step = o.mul(ratio, slope)
    const steps = average(o, hyper.rho, slots.steps, o.square(step))
    return { weight: o.sub(weight, o.mul(factors.rate, step)), slots: { square, steps } }
  },
})
