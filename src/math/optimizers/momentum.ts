import { decay, momentum, rate } from '../hyper.ts'
import { defineOptimizer, withL2 } from '../optimizer.ts'

/** Heavy-ball momentum (Polyak, 1964) in PyTorch's form: the velocity adds up gradients, the rate scales the step. */
export default defineOptimizer({
  id: 'momentum',
  order: 20,
  labels: { en: 'Momentum', zh: '动量法' },
  formula: [String.raw`v \leftarrow \mu v + g + \lambda w`, String.raw`w \leftarrow w - \eta\, v`],
  rate: rate(0.01),
  hyper: { momentum: momentum(0.9), decay: decay(0) },
  slots: ['velocity'],
  factors: (rate) => ({ rate }),
  rule: (o, { weight, gradient, slots, factors, hyper }) => {
    const slope = withL2(o, gradient, weight, hyper.decay)
    const velocity = o.add(o.mul(o.constant(hyper.momentum), slots.velocity), slope)
    return { weight: o.sub(weight, o.mul(factors.rate, velocity)), slots: { velocity } }
  },
})
