import { decay, momentum, rate } from '../hyper.ts'
import { defineOptimizer, withL2 } from '../optimizer.ts'

/** Nesterov's accelerated gradient (1983) in PyTorch's form, which looks ahead by one more step of the velocity. */
export default defineOptimizer({
  id: 'nesterov',
  order: 30,
  labels: { en: 'Nesterov momentum', zh: 'Nesterov 动量' },
  formula: [
    String.raw`g \leftarrow g + \lambda w`,
    String.raw`v \leftarrow \mu v + g`,
    String.raw`w \leftarrow w - \eta\, (g + \mu v)`,
  ],
  rate: rate(0.01),
  hyper: { momentum: momentum(0.9), decay: decay(0) },
  slots: ['velocity'],
  factors: (rate) => ({ rate }),
  rule: (o, { weight, gradient, slots, factors, hyper }) => {
    const mu = o.constant(hyper.momentum)
    const slope = withL2(o, gradient, weight, hyper.decay)
    const velocity = o.add(o.mul(mu, slots.velocity), slope)
    const ahead = o.add(slope, o.mul(mu, velocity))
    return { weight: o.sub(weight, o.mul(factors.rate, ahead)), slots: { velocity } }
  },
})
