import type { Values } from '../../math/parameter.ts'
import * as tf from '../backend/tf.ts'
import type { LossForm } from './form.ts'

/**
 * A loss of whole rows: predictions and targets [batch, classes], `classWeights` [1, classes] (ones unless given).
 * Each file of `rows/` holds one, under the id of its rule in `math/losses`.
 */
export interface RowForm {
  /** [batch] */
  each(prediction: tf.Tensor2D, target: tf.Tensor2D, p: Values, classWeights?: tf.Tensor2D): tf.Tensor1D
  /** The derivative of each row's loss by that row's predictions: [batch, classes]. */
  gradient(prediction: tf.Tensor2D, target: tf.Tensor2D, p: Values, classWeights?: tf.Tensor2D): tf.Tensor2D
}

const files = import.meta.glob<RowForm>('./rows/*.ts', { eager: true, import: 'default' })

/** The tensor form of a loss of rows. Throws an error if there is none. */
export function rowForm(id: string, values: Values, classWeights?: readonly number[]): LossForm {
  const form = files[`./rows/${id}.ts`] as RowForm | undefined
  if (!form) throw new Error(`The loss "${id}" has no tensor form.`)
  // A tensor made anew in each pass is tidied away with it; one kept here would outlive its run.
  const weights = (): tf.Tensor2D | undefined =>
    classWeights && tf.tensor2d([...classWeights], [1, classWeights.length])
  return {
    entries: (prediction) => prediction.shape[0],
    each: (prediction, target) =>
      form.each(prediction as tf.Tensor2D, oneHotRows(target, prediction), values, weights()),
    gradient: (prediction, target) =>
      form.gradient(prediction as tf.Tensor2D, oneHotRows(target, prediction), values, weights()),
  }
}

function oneHotRows(target: tf.Tensor, prediction: tf.Tensor): tf.Tensor2D {
  if (target.rank > 1) return target as tf.Tensor2D
  return tf.cast(tf.oneHot(tf.cast(target, 'int32'), prediction.shape[1] ?? 1), 'float32') as tf.Tensor2D
}

/** Multiplies by the class weights, if there are any. */
export function byClass(share: tf.Tensor2D, classWeights?: tf.Tensor2D): tf.Tensor2D {
  return classWeights ? tf.mul(share, classWeights) : share
}

/** `a` where the share is above 0, else 0: 0 log 0 is 0. */
export function whereShared(share: tf.Tensor2D, a: tf.Tensor2D): tf.Tensor2D {
  return tf.where(tf.greater(share, 0), a, tf.zerosLike(a))
}
