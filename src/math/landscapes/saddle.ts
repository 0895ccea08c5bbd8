import { defineLandscape } from '../landscape.ts'

/** A saddle between two minima at y = ±2. The start lies almost on the ridge, where the way down is nearly flat. */
export default defineLandscape({
  id: 'saddle',
  order: 50,
  labels: { en: 'Saddle', zh: '鞍点' },
  formula: String.raw`\frac{x^{2}}{2} - \frac{y^{2}}{2} + \frac{y^{4}}{16}`,
  dimension: 2,
  parameters: {},
  window: { x: [-3, 3], y: [-3, 3] },
  levels: 'linear',
  start: [-2.5, 0.01],
  rates: {
    sgd: 0.1,
    momentum: 0.02,
    nesterov: 0.02,
    adagrad: 0.3,
    rmsprop: 0.05,
    adadelta: 3,
    adam: 0.05,
    adamw: 0.05,
    adamax: 0.1,
  },
  stationary: () => [
    { at: [0, 2], kind: 'lowest' },
    { at: [0, -2], kind: 'lowest' },
    { at: [0, 0], kind: 'saddle' },
  ],
  value: (x, y) => x ** 2 / 2 - y ** 2 / 2 + y ** 4 / 16,
  gradient: (x, y) => [x, -y + y ** 3 / 4],
})
