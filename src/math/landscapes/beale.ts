import { defineLandscape } from '../landscape.ts'

/** The three errors whose squares add up to Beale's function, from x (yᵏ − 1). */
function errors(x: number, y: number): [number, number, number] {
  return [1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y]
}

/** Beale's function (1958): a plateau, cliffs, and a narrow way to the minimum. */
export default defineLandscape({
  id: 'beale',
  order: 30,
  labels: { en: 'Beale', zh: 'Beale 函数' },
  formula: String.raw`(1.5 - x + xy)^{2} + (2.25 - x + xy^{2})^{2} + (2.625 - x + xy^{3})^{2}`,
  dimension: 2,
  parameters: {},
  window: { x: [-4.5, 4.5], y: [-2, 2] },
  levels: 'log',
  start: [1, 1.25],
  rates: {
    sgd: 0.02,
    momentum: 0.005,
    nesterov: 0.005,
    adagrad: 0.5,
    rmsprop: 0.02,
    adadelta: 1,
    adam: 0.1,
    adamw: 0.1,
    adamax: 0.3,
  },
  stationary: () => [
    { at: [3, 0.5], kind: 'lowest' },
    { at: [0, 1], kind: 'saddle' },
  ],
  value: (x, y) => {
    const [a, b, c] = errors(x, y)
    return a * a + b * b + c * c
  },
  gradient: (x, y) => {
    const [a, b, c] = errors(x, y)
    return [
      2 * (a * (y - 1) + b * (y * y - 1) + c * (y * y * y - 1)),
      2 * x * (a + 2 * b * y + 3 * c * y * y),
    ]
  },
})
