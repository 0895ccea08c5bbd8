import { defineLandscape } from '../landscape.ts'

/**
 * A round bowl whose gradient each update sees with noise, as in stochastic descent. With a fixed rate a descent does
 * not settle but keeps trembling about the minimum, the more the larger the rate.
 */
export default defineLandscape({
  id: 'noisy-bowl',
  order: 80,
  labels: { en: 'Noisy bowl', zh: '带噪声的碗' },
  formula: String.raw`\frac{x^{2} + y^{2}}{2}, \qquad g = \nabla f + \xi, \quad \xi \sim \mathcal{N}(0, \sigma^{2} I)`,
  dimension: 2,
  parameters: {
    noise: {
      labels: { en: 'Noise of the gradient', zh: '梯度噪声' },
      symbol: String.raw`\sigma`,
      default: 1,
      min: 0,
      max: 5,
    },
  },
  window: { x: [-5, 5], y: [-5, 5] },
  levels: 'linear',
  start: [-4, 3],
  rates: {
    sgd: 0.05,
    momentum: 0.005,
    nesterov: 0.005,
    adagrad: 0.5,
    rmsprop: 0.05,
    adadelta: 3,
    adam: 0.05,
    adamw: 0.05,
    adamax: 0.05,
  },
  stationary: () => [{ at: [0, 0], kind: 'lowest' }],
  value: (x, y) => (x * x + y * y) / 2,
  gradient: (x, y) => [x, y],
  noise: ({ noise }) => noise,
})
