/** The operations an expression may hold: value and local derivatives of each, in float64. */

export type OperationId =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'power'
  | 'negate'
  | 'sin'
  | 'exp'
  | 'log'
  | 'tanh'
  | 'relu'
  | 'max'

export interface OperationRule {
  /** As it is written: a sign between two operands, or a name before brackets. */
  readonly symbol: string
  readonly inputs: 1 | 2
  value(a: number, b: number): number
  /** ∂value/∂a and ∂value/∂b; `b` and the second entry mean nothing where there is one input. */
  slopes(a: number, b: number): readonly [number, number]
}

export const OPERATIONS: Readonly<Record<OperationId, OperationRule>> = {
  add: { symbol: '+', inputs: 2, value: (a, b) => a + b, slopes: () => [1, 1] },
  subtract: { symbol: '−', inputs: 2, value: (a, b) => a - b, slopes: () => [1, -1] },
  multiply: { symbol: '×', inputs: 2, value: (a, b) => a * b, slopes: (a, b) => [b, a] },
  divide: { symbol: '÷', inputs: 2, value: (a, b) => a / b, slopes: (a, b) => [1 / b, -a / (b * b)] },
  power: {
    symbol: '^',
    inputs: 2,
    value: (a, b) => a ** b,
    // a⁰ is flat even at a = 0, where 0 · 0⁻¹ would be no number.
    slopes: (a, b) => [b === 0 ? 0 : b * a ** (b - 1), a ** b * Math.log(a)],
  },
  negate: { symbol: '−', inputs: 1, value: (a) => -a, slopes: () => [-1, 0] },
  sin: { symbol: 'sin', inputs: 1, value: Math.sin, slopes: (a) => [Math.cos(a), 0] },
  exp: { symbol: 'exp', inputs: 1, value: Math.exp, slopes: (a) => [Math.exp(a), 0] },
  log: { symbol: 'log', inputs: 1, value: Math.log, slopes: (a) => [1 / a, 0] },
  tanh: { symbol: 'tanh', inputs: 1, value: Math.tanh, slopes: (a) => [1 - Math.tanh(a) ** 2, 0] },
  relu: {
    symbol: 'relu',
    inputs: 1,
    value: (a) => Math.max(a, 0),
    // At the corner 0, as libraries have it.
    slopes: (a) => [a > 0 ? 1 : 0, 0],
  },
  max: {
    symbol: 'max',
    inputs: 2,
    value: Math.max,
    // Where both are equal each takes half, as in PyTorch.
    slopes: (a, b) => (a === b ? [0.5, 0.5] : a > b ? [1, 0] : [0, 1]),
  },
}

/** Names that stand before brackets. */
export const FUNCTIONS: Readonly<Record<string, OperationId>> = {
  sin: 'sin',
  exp: 'exp',
  log: 'log',
  tanh: 'tanh',
  relu: 'relu',
  max: 'max',
}
