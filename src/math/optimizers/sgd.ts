import { decay, rate } from '../hyper.ts'
import { defineOptimizer, withL2 } from '../optimizer.ts'

/** Gradient descent, stochastic when the gradient comes from a part of the data (Robbins and Monro, 1951). */
export default defineOptimizer({
  id: 'sgd',
  order: 10,
  labels: { en: 'Gradient descent (SGD)', zh: '梯度下降（SGD）' },
  formula: [String.raw`w \leftarrow w - \eta\, (g + \lambda w)`],
  rate: rate(0.03),
  hyper: { decay: decay(0) },
  slots: [],
  factors: (rate) => ({ rate }),
  rule: (o, { weight, gradient, factors, hyper }) => ({
    weight: o.sub(weight, o.mul(factors.rate, withL2(o, gradient, weight, hyper.decay))),
    slots: {},
  }),
})
