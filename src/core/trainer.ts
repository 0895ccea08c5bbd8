import type { Rng } from '../math/rng.ts'
import * as tf from './backend/tf.ts'
import type { Clipping } from './clipping.ts'
import { findNonFinite, type NonFinite } from './instruments.ts'
import { makeLoss, type TensorLoss } from './losses/loss.ts'
import type { Mlp } from './models/mlp.ts'
import { restoreVariables, saveVariables, stateOf, weightsOf, type SavedVariables } from './models/model.ts'
import { makeOptimizer } from './optimizers.ts'
import { trainStep } from './training.ts'

export interface TrainerOptions {
  readonly model: Mlp
  /** An id of `math/losses`. */
  readonly loss: string
  /** An id of `math/optimizers`, and the hyperparameters that differ from its defaults. */
  readonly optimizer: string
  readonly hyper?: Readonly<Record<string, number>>
  /** [examples, features], row-major. */
  readonly inputs: Float32Array
  /** [examples, outputs], row-major. */
  readonly targets: Float32Array
  /** Examples per update; all of them unless given. */
  readonly batch?: number
  /** Orders the examples anew in every epoch. */
  readonly rng: Rng
}

/** Weights, what the optimiser remembers, and the number of updates: the data order follows from these. */
export interface TrainerState {
  readonly updates: number
  readonly weights: SavedVariables
  readonly slots: SavedVariables
}

export interface Trainer {
  readonly loss: TensorLoss
  /** Updates made so far. */
  readonly updates: number
  /** One update on the next mini-batch. Reads nothing back. */
  update(rate: number, clip?: Clipping): void
  /** Mean loss on the given examples, [examples, features] and [examples, outputs]. A scalar to dispose of. */
  evaluate(inputs: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar
  /** When a measurement is not finite: the first place that is not, and the likely cause. */
  diagnose(): Promise<NonFinite | undefined>
  save(): Promise<TrainerState>
  restore(state: TrainerState): void
  /** Disposes of the optimiser and the data. The model is the caller's. */
  dispose(): void
}

/**
 * Trains a network by mini-batches that follow from the generator and the number of updates alone, so that a restored run
 * goes on bit-identically. Each epoch is a fresh permutation; a batch that runs over its end takes the rest from the next.
 */
export function makeTrainer(options: TrainerOptions): Trainer {
  const { model, inputs, targets } = options
  const loss = makeLoss(options.loss)
  const variables = weightsOf(model)
  const optimizer = makeOptimizer(options.optimizer, options.hyper ?? {}, variables)
  const features = Object.values(model.layers)[0].weights['kernel'].shape[0]
  const count = inputs.length / features
  const outputs = targets.length / count
  const batch = Math.min(options.batch ?? count, count)
  const all = batch === count ? toTensors(inputs, targets, count) : undefined
  const order = makeOrder(options.rng, count)
  let updates = 0

  function nextBatch(): [tf.Tensor2D, tf.Tensor2D] {
    const x = new Float32Array(batch * features)
    const y = new Float32Array(batch * outputs)
    for (let i = 0; i < batch; i++) {
      const example = order(updates * batch + i)
      for (let j = 0; j < features; j++) x[i * features + j] = inputs[example * features + j]
      for (let j = 0; j < outputs; j++) y[i * outputs + j] = targets[example * outputs + j]
    }
    return toTensors(x, y, batch)
  }

  return {
    loss,
    get updates() {
      return updates
    },
    update(rate, clip) {
      const [x, y] = all ?? nextBatch()
      const options = { rate, update: updates + 1, ...(clip ? { clip } : {}) }
      trainStep(() => loss.mean(model.apply(x), y), variables, optimizer, options).dispose()
      if (!all) tf.dispose([x, y])
      updates += 1
    },
    evaluate: (x, y) => tf.tidy(() => loss.mean(model.apply(x), y)),
    async diagnose() {
      const [x, y] = toTensors(inputs, targets, count)
      const found = await findNonFinite({
        model,
        inputs: x,
        targets: y,
        loss: (output) => loss.mean(output, y),
      })
      tf.dispose([x, y])
      return found
    },
    async save() {
      return { updates, weights: await saveVariables(stateOf(model)), slots: await optimizer.save() }
    },
    restore(state) {
      restoreVariables(stateOf(model), state.weights)
      optimizer.restore(state.slots)
      updates = state.updates
    },
    dispose() {
      optimizer.dispose()
      if (all) tf.dispose(all)
    },
  }
}

function toTensors(inputs: Float32Array, targets: Float32Array, count: number): [tf.Tensor2D, tf.Tensor2D] {
  return [
    tf.tensor2d(inputs, [count, inputs.length / count]),
    tf.tensor2d(targets, [count, targets.length / count]),
  ]
}

/** The example drawn at each position of an endless sequence of epochs. */
function makeOrder(rng: Rng, count: number): (position: number) => number {
  let epoch = -1
  let permutation: Int32Array = new Int32Array(0)
  return (position) => {
    const wanted = Math.floor(position / count)
    if (wanted !== epoch) {
      epoch = wanted
      permutation = rng.split(`epoch ${epoch}`).permutation(count)
    }
    return permutation[position % count]
  }
}
