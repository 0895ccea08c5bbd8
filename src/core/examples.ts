import * as tf from './backend/tf.ts'

/** Examples as plain arrays: inputs [count, features] and targets [count, outputs], row after row. */
export interface Examples {
  readonly inputs: Float32Array
  readonly targets: Float32Array
}

/** The examples of these rows as tensors [rows, features] and [rows, outputs], to dispose of. */
export function gatherTensors(
  { inputs, targets }: Examples,
  features: number,
  rows: Int32Array,
): [tf.Tensor2D, tf.Tensor2D] {
  const outputs = targets.length / (inputs.length / features)
  // Plain loops: typed arrays made from a function cost as much as a kernel.
  const pick = (values: Float32Array, width: number): Float32Array => {
    const picked = new Float32Array(rows.length * width)
    for (let b = 0; b < rows.length; b++) {
      const from = rows[b] * width
      for (let j = 0; j < width; j++) picked[b * width + j] = values[from + j]
    }
    return picked
  }
  return toTensors(pick(inputs, features), pick(targets, outputs), rows.length)
}

/** All of `count` examples as tensors [count, features] and [count, outputs], to dispose of. */
export function toTensors(
  inputs: Float32Array,
  targets: Float32Array,
  count: number,
): [tf.Tensor2D, tf.Tensor2D] {
  return [
    tf.tensor2d(inputs, [count, inputs.length / count]),
    tf.tensor2d(targets, [count, targets.length / count]),
  ]
}
