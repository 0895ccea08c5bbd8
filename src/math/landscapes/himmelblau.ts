import { defineLandscape } from '../landscape.ts'

/** Himmelblau's function (1972): four minima of the same depth, so that the start decides where a descent ends. */
export default defineLandscape({
  id: 'himmelblau',
  order: 60,
  labels: { en: 'Himmelblau', zh: 'Himmelblau 函数' },
  formula: String.raw`(x^{2} + y - 11)^{2} + (x + y^{2} - 7)^{2}`,
  dimension: 2,
  parameters: {},
  window: { x: [-5, 5], y: [-5, 5] },
  levels: 'log',
  start: [-0.5, -1.5],
  rates: {
    sgd: 0.005,
    momentum: 0.002,
    nesterov: 0.002,
    adagrad: 0.5,
    rmsprop: 0.05,
    adadelta: 1,
    adam: 0.1,
    adamw: 0.1,
    adamax: 0.1,
  },
  stationary: () => [
    { at: [3, 2], kind: 'lowest' },
    { at: [-2.805118086952745, 3.131312518250573], kind: 'lowest' },
    { at: [-3.779310253377747, -3.283185991286169], kind: 'lowest' },
    { at: [3.584428340330492, -1.848126526964404], kind: 'lowest' },
    { at: [-0.27084459066734, -0.923038522107344], kind: 'maximum' },
    { at: [-3.073025750764117, -0.08135304429148], kind: 'saddle' },
    { at: [-0.127961346730704, -1.953714980190404], kind: 'saddle' },
    { at: [0.08667750456103, 2.884254701174784], kind: 'saddle' },
    { at: [3.385154183607077, 0.073851879837674], kind: 'saddle' },
  ],
  value: (x, y) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
  gradient: (x, y) => {
    const [a, b] = [x * x + y - 11, x + y * y - 7]
    return [4 * x * a + 2 * b, 2 * a + 4 * y * b]
  },
})
