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
    { at: [-0.2708445906673476, -0.9230385564799815], kind: 'maximum' },
    { at: [-3.0730257507643897, -0.08135304428796751], kind: 'saddle' },
    { at: [-0.12796134673068008, -1.9537149802445763], kind: 'saddle' },
    { at: [0.08667750455539636, 2.884254701174776], kind: 'saddle' },
    { at: [3.385154183607021, 0.07385187983774928], kind: 'saddle' },
  ],
  value: (x, y) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
  gradient: (x, y) => {
    const [a, b] = [x * x + y - 11, x + y * y - 7]
    return [4 * x * a + 2 * b, 2 * a + 4 * y * b]
  },
})
