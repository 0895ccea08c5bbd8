import type { Algebra } from '../math/algebra.ts'
import * as tf from './backend/tf.ts'

/**
 * The operations of the book's rules over tensors, in 32-bit floats; constants broadcast. Every operation has a
 * gradient (with the corrections applied), so that a rule over tensors can also be differentiated automatically.
 */
export const tensors: Algebra<tf.Tensor> = {
  constant: (value) => tf.scalar(value),
  add: (a, b) => tf.add(a, b),
  sub: (a, b) => tf.sub(a, b),
  mul: (a, b) => tf.mul(a, b),
  div: (a, b) => tf.div(a, b),
  max: (a, b) => tf.maximum(a, b),
  min: (a, b) => tf.minimum(a, b),
  neg: (a) => tf.neg(a),
  abs: (a) => tf.abs(a),
  sign: (a) => tf.sign(a),
  square: (a) => tf.square(a),
  sqrt: (a) => tf.sqrt(a),
  exp: (a) => tf.exp(a),
  expm1: (a) => tf.expm1(a),
  log: (a) => tf.log(a),
  log1p: (a) => tf.log1p(a),
  tanh: (a) => tf.tanh(a),
  sigmoid: (a) => tf.sigmoid(a),
  softplus: (a) => tf.softplus(a),
  erf: (a) => tf.erf(a),
  greater: (a, b) => tf.cast(tf.greater(a, b), 'float32'),
  where: (mask, a, b) => tf.where(tf.cast(mask, 'bool'), a, b),
}
