import { getLoss } from '../../math/losses/index.ts'
import type { Values } from '../../math/parameter.ts'
import { fillIn } from '../../math/parameter.ts'
import * as tf from '../backend/tf.ts'
import { elementwiseForm } from './elementwise.ts'
import type { LossForm } from './form.ts'
import { rowForm } from './row.ts'

/** Weights of the examples [batch], relative to each other; all alike unless given. */
export type ExampleWeights = tf.Tensor1D

/** A loss of `math/losses` over tensors. No gradient flows into the target. */
export interface TensorLoss {
  /** One number per entry [batch, outputs], or per row [batch] for the losses of whole rows. */
  each(prediction: tf.Tensor, target: tf.Tensor): tf.Tensor
  /** The mean of `each`; with weights, the weighted mean. This is what training minimises. */
  mean(prediction: tf.Tensor, target: tf.Tensor, weights?: ExampleWeights): tf.Scalar
  /** The sum of `each`. */
  sum(prediction: tf.Tensor, target: tf.Tensor): tf.Scalar
}

export interface LossOptions {
  /** The rule's parameters (a threshold, label smoothing…); those left out have their defaults. */
  readonly parameters?: Partial<Values>
  /** A weight for each class [classes], for losses of whole rows. */
  readonly classWeights?: readonly number[]
}

/**
 * Makes the loss `id`. Predictions are [batch, outputs] (any shape for elementwise losses). The target has the same
 * shape; for losses of rows it may also be labels [batch], whole numbers from 0.
 * Throws for an unknown id, and for class weights that the loss has no use for.
 */
export function makeLoss(id: string, { parameters, classWeights }: LossOptions = {}): TensorLoss {
  const rule = getLoss(id)
  if (classWeights && !(rule.kind === 'row' && rule.weighsClasses))
    throw new RangeError(`The loss "${id}" takes no class weights.`)
  const values = fillIn(rule.parameters, parameters)
  const form = rule.kind === 'elementwise' ? elementwiseForm(rule, values) : rowForm(id, values, classWeights)
  return {
    each: (prediction, target) => byForm(form, prediction, target, (each) => each, spreadOver),
    sum: (prediction, target) =>
      byForm(form, prediction, target, (each) => tf.sum(each), scaleAll) as tf.Scalar,
    mean(prediction, target, weights) {
      if (weights) return weightedMean(form, prediction, target, weights)
      const count = form.entries(prediction)
      return byForm(
        form,
        prediction,
        target,
        (each) => tf.mean(each),
        (gradient, dy) => tf.mul(gradient, tf.div(dy, count)),
      ) as tf.Scalar
    },
  }
}

/** One gradient rule for loss and reduction together: fewer kernels than differentiating them one after the other. */
function byForm(
  form: LossForm,
  prediction: tf.Tensor,
  target: tf.Tensor,
  reduce: (each: tf.Tensor) => tf.Tensor,
  applyUpstream: (gradient: tf.Tensor, dy: tf.Tensor) => tf.Tensor,
): tf.Tensor {
  const run = tf.customGrad((input, save) => {
    const predicted = input as tf.Tensor
    ;(save as tf.GradSaveFunc)([predicted, target])
    return {
      value: reduce(form.each(predicted, target)),
      gradFunc: (dy: tf.Tensor, [p, t]: tf.Tensor[]) => applyUpstream(form.gradient(p, t), dy),
    }
  })
  return run(prediction)
}

const scaleAll = (gradient: tf.Tensor, dy: tf.Tensor): tf.Tensor => tf.mul(gradient, dy)

/** `dy` has one number per entry or per row of the gradient. */
function spreadOver(gradient: tf.Tensor, dy: tf.Tensor): tf.Tensor {
  return tf.mul(gradient, dy.rank < gradient.rank ? tf.expandDims(dy, -1) : dy)
}

/** Σ w·each / Σ w, each entry with its example's weight. */
function weightedMean(
  form: LossForm,
  prediction: tf.Tensor,
  target: tf.Tensor,
  weights: ExampleWeights,
): tf.Scalar {
  return tf.tidy(() => {
    const each = byForm(form, prediction, target, (entries) => entries, spreadOver)
    const spread = tf.reshape(weights, [weights.shape[0], ...each.shape.slice(1).map(() => 1)])
    const perExample = each.size / weights.shape[0]
    return tf.div(tf.sum(tf.mul(each, spread)), tf.mul(tf.sum(weights), perExample))
  })
}
