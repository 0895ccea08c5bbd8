import * as tf from './backend/tf.ts'
import { clipGradients, type Clipping } from './clipping.ts'
import type { Weights } from './layers/layer.ts'
import type { TensorOptimizer } from './optimizers.ts'

/** A scalar loss and its gradient for each variable, by the variables' names. The receiver disposes of all of them. */
export interface LossAndGradients {
  readonly loss: tf.Scalar
  readonly gradients: Readonly<Record<string, tf.Tensor>>
}

/**
 * Computes a loss and its gradients by backpropagation; every other tensor made on the way is disposed of.
 * A variable that doesn't influence the loss has a gradient of zeros.
 */
export function gradients(loss: () => tf.Scalar, variables: Weights): LossAndGradients {
  const names = Object.keys(variables)
  const list = names.map((name) => variables[name])
  const { value, grads } = tf.variableGrads(loss, list)
  return {
    loss: value,
    gradients: Object.fromEntries(
      names.map((name, index) => {
        // The library names variables itself, and leaves out those without influence.
        const found = grads[list[index].name] as tf.Tensor | undefined
        return [name, found ?? tf.zerosLike(list[index])]
      }),
    ),
  }
}

export function disposeGradients({ loss, gradients: byName }: LossAndGradients): void {
  tf.dispose([loss, ...Object.values(byName)])
}

/** The tensors alive in this worker, of all runs together. */
export function countTensors(): number {
  return tf.memory().numTensors
}

export interface StepOptions {
  readonly rate: number
  /** The number of this update, from 1. */
  readonly update: number
  readonly clip?: Clipping
  /** Sees the gradients before they are clipped, and leaves them alone. */
  readonly watch?: (gradients: Readonly<Record<string, tf.Tensor>>) => void
}

/**
 * One update: loss, gradients, optional clipping, optimiser. Reads nothing back.
 * Returns the loss before the update; the caller disposes of it.
 */
export function trainStep(
  loss: () => tf.Scalar,
  variables: Weights,
  optimizer: TensorOptimizer,
  { rate, update, clip, watch }: StepOptions,
): tf.Scalar {
  const computed = gradients(loss, variables)
  watch?.(computed.gradients)
  const used = clip ? clipGradients(computed.gradients, clip) : computed.gradients
  optimizer.apply(used, rate, update)
  tf.dispose(Object.values(computed.gradients))
  if (clip) tf.dispose(Object.values(used))
  return computed.loss
}
