import { decay, epsilon, momentum, rate, rho } from '../hyper.ts'
import { average, defineOptimizer, withL2 } from '../optimizer.ts'

/**
 * RMSProp (Tieleman and Hinton, 2012, lecture 6.5) in PyTorch's form, ε outside the root. Centred, it divides by the
 * standard deviation of the gradients instead of their root mean square (Graves, 2013). Slots that an option does not need stay as they are.
 */
export default defineOptimizer({
  id: 'rmsprop',
  order: 50,
  labels: { en: 'RMSProp', zh: 'RMSProp' },
  formula: [
    String.raw`s \leftarrow \rho s + (1 - \rho)\, g^{2}`,
    String.raw`w \leftarrow w - \eta\, \frac{g}{\sqrt{s} + \varepsilon}`,
  ],
  rate: rate(0.01),
  hyper: {
    rho: rho(0.9),
    momentum: momentum(0),
    epsilon: epsilon(1e-8),
    centered: {
      labels: { en: 'Centred', zh: '中心化' },
      symbol: 'c',
      default: 0,
      min: 0,
      max: 1,
      toggle: true,
    },
    decay: decay(0),
  },
  slots: ['square', 'mean', 'velocity'],
  factors: (rate) => ({ rate }),
  rule: (o, { weight, gradient, slots, factors, hyper }) => {
    const slope = withL2(o, gradient, weight, hyper.decay)
    const square = average(o, hyper.rho, slots.square, o.square(slope))
    const centered = hyper.centered !== 0
    const mean = centered ? average(o, hyper.rho, slots.mean, slope) : slots.mean
    const spread = centered ? o.sub(square, o.square(mean)) : square
    const scaled = o.div(slope, o.add(o.sqrt(spread), o.constant(hyper.epsilon)))
    const moving = hyper.momentum !== 0
    const velocity = moving
      ? o.add(o.mul(o.constant(hyper.momentum), slots.velocity), scaled)
      : slots.velocity
    return {
      weight: o.sub(weight, o.mul(factors.rate, moving ? velocity : scaled)),
      slots: { square, mean, velocity },
    }
  },
})
