import { defineLandscape } from '../landscape.ts'

/** A parabola in x alone. Gradient descent multiplies x by 1 − ηa at each update: it diverges when η > 2/a. */
export default defineLandscape({
  id: 'parabola',
  order: 10,
  labels: { en: 'Parabola', zh: '抛物线' },
  formula: String.raw`\tfrac{1}{2}\, a x^{2}`,
  dimension: 1,
  parameters: {
    curvature: {
      labels: { en: 'Curvature', zh: '曲率' },
      symbol: 'a',
      default: 1,
      min: 0.1,
      max: 10,
      scale: 'log',
    },
  },
  window: { x: [-5, 5], y: [-1, 1] },
  levels: 'linear',
  start: [-4, 0],
  rates: {
    sgd: 0.1,
    momentum: 0.02,
    nesterov: 0.02,
    adagrad: 1,
    rmsprop: 0.05,
    adadelta: 3,
    adam: 0.1,
    adamw: 0.1,
    adamax: 0.1,
  },
  stationary: () => [{ at: [0, 0], kind: 'lowest' }],
  value: (x, _, { curvature }) => 0.5 * curvature * x * x,
  gradient: (x, _, { curvature }) => [curvature * x, 0],
})
