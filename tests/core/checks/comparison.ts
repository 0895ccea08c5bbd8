import * as tf from '../../../src/core/backend/tf.ts'
import { flatten, type Nested } from '../../golden/cases.ts'
import { read } from '../../../src/core/backend/read.ts'

/** What a backend computed, and what it should have. */
export interface Comparison {
  readonly topic: string
  readonly name: string
  readonly actual: ArrayLike<number>
  readonly expected: ArrayLike<number>
  /** Factor on the backend's usual tolerance, for what accumulates rounding. */
  readonly looser?: number
}

/** Reads a file of reference numbers. */
export type Golden = (topic: string) => unknown

/** Computes on the current backend; runs in Node and in a browser's worker alike. */
export type Check = (golden: Golden) => AsyncGenerator<Comparison>

/** Computes in a tidy scope and reads the results. */
export async function compute<K extends string>(f: () => Record<K, tf.Tensor>): Promise<Record<K, number[]>> {
  const results = tf.tidy(f)
  const read_ = {} as Record<K, number[]>
  for (const name in results) read_[name] = [...(await read(results[name]))]
  tf.dispose(results)
  return read_
}

/** A value and its gradient by each input, for an upstream gradient `g` (ones unless given). */
export function valueAndGradients(
  f: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: tf.Tensor[],
  g?: tf.Tensor,
): { value: tf.Tensor; gradients: tf.Tensor[] } {
  const { value, grads } = tf.valueAndGrads(f)(inputs, g)
  return { value, gradients: grads }
}

/** The shape of nested lists. */
export function shapeOf(nested: Nested): number[] {
  return typeof nested === 'number' ? [] : [nested.length, ...shapeOf(nested[0])]
}

export function tensorOf(nested: Nested): tf.Tensor {
  return tf.tensor(flatten(nested), shapeOf(nested), 'float32')
}
