import { defineLandscape } from '../landscape.ts'

/** Rosenbrock's function (1960): a flat curved valley, easy to reach and slow to follow. */
export default defineLandscape({
  id: 'rosenbrock',
  order: 40,
  labels: { en: 'Rosenbrock', zh: 'Rosenbrock 函数' },
  formula: String.raw`(1 - x)^{2} + 100\,(y - x^{2})^{2}`,
  dimension: 2,
  parameters: {},
  window: { x: [-2, 2], y: [-1, 3] },
  levels: 'log',
  start: [-1.25, 1],
  rates: {
    sgd: 0.001,
    momentum: 0.001,
    nesterov: 0.001,
    adagrad: 1,
    rmsprop: 0.01,
    adadelta: 1,
    adam: 0.2,
    adamw: 0.2,
    adamax: 0.5,
  },
  stationary: () => [{ at: [1, 1], kind: 'lowest' }],
  value: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: (x, y) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
})
