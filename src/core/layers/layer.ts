import type { Rng } from '../../math/rng.ts'
import * as tf from '../backend/tf.ts'
import type { Initializer } from '../initializers.ts'

/** The learned numbers of a layer, by name ("kernel", "bias"…), in the order in which they are saved. */
export type Weights = Readonly<Record<string, tf.Variable>>

/** A layer: learned numbers and what it does with its input. */
export interface Layer {
  readonly weights: Weights
  /** Numbers that a step changes without a gradient (running statistics); saved and restored with the weights. */
  readonly state?: Weights
  dispose(): void
}

/** What the fans count, for layers whose weights are not a plain matrix. */
export interface Fans {
  readonly fanIn: number
  readonly fanOut: number
}

/**
 * Creates a variable with initial values. A matrix is [in, out]; `fans` overrides what its shape says.
 * Variables are anonymous to the library, whose names must be unique in a worker; layers name them by key.
 */
export function makeVariable(
  rng: Rng,
  shape: readonly number[],
  initializer: Initializer,
  { fanIn, fanOut }: Fans = fansOf(shape),
  trainable = true,
): tf.Variable {
  const size = shape.reduce((product, length) => product * length, 1)
  return variableOf(initializer(rng, size, fanIn, fanOut), shape, trainable)
}

/** Creates a variable that holds these values; the array must not be used any more. */
export function variableOf(values: Float32Array, shape: readonly number[], trainable = true): tf.Variable {
  return tf.tidy(() => tf.variable(tf.tensor(values, [...shape], 'float32'), trainable))
}

/** The kernel's other axes are the receptive field: [height, width, in, out] of a convolution. */
function fansOf(shape: readonly number[]): Fans {
  const field = shape.slice(0, -2).reduce((product, length) => product * length, 1)
  return { fanIn: field * (shape.at(-2) ?? 1), fanOut: field * (shape.at(-1) ?? 1) }
}

export function disposeWeights(...groups: (Weights | undefined)[]): void {
  for (const group of groups) for (const name in group) group[name].dispose()
}
