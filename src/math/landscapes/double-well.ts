import { defineLandscape } from '../landscape.ts'

/** The roots of 4x³ − 4x + t, from the left, by the trigonometric form of Cardano's formula; t must keep three of them. */
function roots(tilt: number): [number, number, number] {
  const angle = Math.acos((-3 * Math.sqrt(3) * tilt) / 8) / 3
  const root = (k: number) => (2 / Math.sqrt(3)) * Math.cos(angle - (2 * Math.PI * k) / 3)
  return [root(2), root(1), root(0)]
}

/** Two wells, the left one deeper by a tilt: a descent that starts on the right ends in the shallower one, unless it has speed. */
export default defineLandscape({
  id: 'double-well',
  order: 70,
  labels: { en: 'Two wells', zh: '双势阱' },
  formula: String.raw`(x^{2} - 1)^{2} + t x + y^{2}`,
  dimension: 2,
  parameters: {
    tilt: { labels: { en: 'Tilt', zh: '倾斜程度' }, symbol: 't', default: 0.4, min: 0, max: 1.2 },
  },
  window: { x: [-2, 2], y: [-1.5, 1.5] },
  levels: 'linear',
  start: [1.8, 1.2],
  rates: {
    sgd: 0.05,
    momentum: 0.01,
    nesterov: 0.01,
    adagrad: 0.1,
    rmsprop: 0.02,
    adadelta: 0.5,
    adam: 0.05,
    adamw: 0.05,
    adamax: 0.05,
  },
  stationary: ({ tilt }) => {
    const [left, middle, right] = roots(tilt)
    return [
      { at: [left, 0], kind: 'lowest' },
      { at: [middle, 0], kind: 'saddle' },
      { at: [right, 0], kind: tilt === 0 ? 'lowest' : 'minimum' },
    ]
  },
  value: (x, y, { tilt }) => (x * x - 1) ** 2 + tilt * x + y * y,
  gradient: (x, y, { tilt }) => [4 * x * (x * x - 1) + tilt, 2 * y],
})
