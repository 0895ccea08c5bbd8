import { asFunctions } from '../../../math/activation.ts'
import { getActivation } from '../../../math/activations/index.ts'
import type { SpecValues } from '../../../protocol/spec.ts'
import type spec from '../spec.ts'
import { ARROW, REACH, type FunctionId } from '../spec.ts'

export type Values = SpecValues<typeof spec>

/** Everything the neuron computes at the chosen point. */
export interface Computed {
  /** w₁x₁ and w₂x₂. */
  readonly products: readonly [number, number]
  readonly z: number
  readonly output: number
}

export function outputOf(id: FunctionId): (z: number) => number {
  return asFunctions(getActivation(id)).value
}

export function compute(values: Values): Computed {
  const products = [values.w1 * values.x1, values.w2 * values.x2] as const
  const z = products[0] + products[1] + values.bias
  return { products, z, output: outputOf(values.activation)(z) }
}

/** The output on the scale of signs: negative below the middle of the function's range, positive above. */
export function signedOutput(id: FunctionId): (z: number) => number {
  const f = outputOf(id)
  if (id === 'sigmoid' || id === 'step') return (z) => 2 * f(z) - 1
  if (id === 'tanh') return f
  return (z) => f(z) / REACH
}

/** Below this length the weights have no direction to speak of: there is no line to draw. */
const LEAST = 0.05

export interface Line {
  /** The point of w·x + b = 0 nearest to the origin. */
  readonly foot: readonly [number, number]
  /** Where the line leaves a generous frame. */
  readonly ends: readonly [readonly [number, number], readonly [number, number]]
}

/** The line on which the sum is 0; undefined while the weights are 0. */
export function lineOf({ w1, w2, bias }: Pick<Values, 'w1' | 'w2' | 'bias'>): Line | undefined {
  const square = w1 * w1 + w2 * w2
  if (Math.sqrt(square) < LEAST) return undefined
  const foot = [(-bias * w1) / square, (-bias * w2) / square] as const
  const along = [-w2 / Math.sqrt(square), w1 / Math.sqrt(square)] as const
  const end = (t: number) => [foot[0] + t * along[0], foot[1] + t * along[1]] as const
  return { foot, ends: [end(-20), end(20)] }
}

const hundredths = (x: number): number => Math.round(x * 100) / 100

/** The reader moved the arrow's tip: new weights, the line still through its foot. */
export function turnArrow(foot: readonly [number, number], x: number, y: number): Partial<Values> {
  const [w1, w2] = [hundredths((x - foot[0]) / ARROW), hundredths((y - foot[1]) / ARROW)]
  return { w1, w2, bias: hundredths(-(w1 * foot[0] + w2 * foot[1])) }
}

/** The reader moved the line: the same weights, another bias. */
export function moveLine({ w1, w2 }: Values, x: number, y: number): Partial<Values> {
  return { bias: hundredths(-(w1 * x + w2 * y)) }
}
