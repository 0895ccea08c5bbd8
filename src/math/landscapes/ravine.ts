import { defineLandscape } from '../landscape.ts'

/**
 * A long narrow valley, κ times as steep across as along. The steeper curvature is 1 whatever κ, so the largest
 * stable rate of gradient descent stays 2, while the way along the valley takes ever longer.
 */
export default defineLandscape({
  id: 'ravine',
  order: 20,
  labels: { en: 'Ravine', zh: '狭长山谷' },
  formula: String.raw`\frac{1}{2} \Bigl(\frac{x^{2}}{\kappa} + y^{2}\Bigr)`,
  dimension: 2,
  parameters: {
    condition: {
      labels: { en: 'Condition number', zh: '条件数' },
      symbol: String.raw`\kappa`,
      default: 30,
      min: 1,
      max: 1000,
      scale: 'log',
    },
  },
  window: { x: [-10, 10], y: [-3, 3] },
  levels: 'linear',
  start: [-9, 2],
  rates: {
    sgd: 1.8,
    momentum: 0.1,
    nesterov: 0.2,
    adagrad: 1.5,
    rmsprop: 0.1,
    adadelta: 3,
    adam: 0.2,
    adamw: 0.2,
    adamax: 0.3,
  },
  stationary: () => [{ at: [0, 0], kind: 'lowest' }],
  value: (x, y, { condition }) => 0.5 * ((x * x) / condition + y * y),
  gradient: (x, y, { condition }) => [x / condition, y],
})
