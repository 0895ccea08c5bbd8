import { decay, epsilon, rate } from '../hyper.ts'
import { defineOptimizer, withL2 } from '../optimizer.ts'

/** AdaGrad (Duchi, Hazan and Singer, 2011) in PyTorch's form, ε outside the root: each weight's steps only ever shrink. */
export default defineOptimizer({
  id: 'adagrad',
  order: 40,
  labels: { en: 'AdaGrad', zh: 'AdaGrad' },
  formula: [
    String.raw`s \leftarrow s + g^{2}`,
    String.raw`w \leftarrow w - \eta\, \frac{g}{\sqrt{s} + \varepsilon}`,
  ],
  rate: rate(0.1),
  hyper: {
    initialSum: {
      labels: { en: 'Sum at the start', zh: '初始累积值' },
      symbol: 's_0',
      default: 0,
      min: 0,
      max: 1,
    },
    epsilon: epsilon(1e-10),
    decay: decay(0),
  },
  slots: ['sum'],
  initialSlot: (_, hyper) => hyper.initialSum,
  factors: (rate) => ({ rate }),
  rule: (o, { weight, gradient, slots, factors, hyper }) => {
    const slope = withL2(o, gradient, weight, hyper.decay)
    const sum = o.add(slots.sum, o.square(slope))
    const scaled = o.div(slope, o.add(o.sqrt(sum), o.constant(hyper.epsilon)))
    return { weight: o.sub(weight, o.mul(factors.rate, scaled)), slots: { sum } }
  },
})
