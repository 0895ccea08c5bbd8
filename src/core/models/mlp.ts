import type { Rng } from '../../math/rng.ts'
import { makeActivation, type Activate, type ActivationParameters } from '../activations.ts'
import * as tf from '../backend/tf.ts'
import { initializers, type Initializer, type InitializerId } from '../initializers.ts'
import { makeBatchNorm, type BatchNorm } from '../layers/batchNorm.ts'
import { makeDense, type Dense } from '../layers/dense.ts'
import { makeDropout, type Dropout } from '../layers/dropout.ts'
import { disposeModel, type Model } from './model.ts'

export interface MlpOptions {
  /** Inputs, units of each hidden layer, outputs: at least two numbers. */
  readonly sizes: readonly number[]
  /** One activation for all hidden layers, or one for each. */
  readonly activation: string | readonly string[]
  readonly activationParameters?: ActivationParameters
  /** `linear` unless said: losses take logits. */
  readonly outputActivation?: string
  /** One for all layers, or one for each, the output layer last. */
  readonly initializer?: InitializerId | Initializer | readonly InitializerId[]
  /** What every bias starts with; 0 unless said. */
  readonly bias?: number
  /** Adds a hidden layer's input to its output where the sizes agree (He et al., 2016). */
  readonly residual?: boolean
  /** Share of each hidden layer's outputs that training sets to 0 (Srivastava et al., 2014). */
  readonly dropout?: number
  /** Normalises each hidden layer's sums z over the batch, before f (Ioffe and Szegedy, 2015). */
  readonly batchNorm?: boolean
}

/** One layer of the network and what is done with its sums, as it was made. */
export interface MlpStage {
  /** Its key in `layers`: `hidden-1`… or `output`. */
  readonly name: string
  readonly dense: Dense
  readonly norm?: BatchNorm
  /** An id of `math/activations`. */
  readonly activation: string
  readonly parameters: ActivationParameters
  /** The layer's input is added to its output. */
  readonly adds: boolean
  readonly dropout?: Dropout
}

/** Everything a forward pass computes, layer by layer, the output layer last. */
export interface MlpTrace {
  /** What f is applied to, z = x W + b, normalised where the network normalises: [batch, units]. */
  readonly preActivations: readonly tf.Tensor2D[]
  /** f(z), with the layer's input added if residual: [batch, units]. */
  readonly activations: readonly tf.Tensor2D[]
}

/** What training computes with besides the batch. */
export interface TrainingPass {
  /** Of each layer with dropout, in their order: its factors, [batch × units]. */
  readonly masks: readonly Float32Array[]
}

export interface Mlp extends Model {
  readonly layers: Readonly<Record<string, Dense | BatchNorm>>
  readonly stages: readonly MlpStage[]
  /** [batch, inputs] → [batch, outputs], as the trained network is used. */
  apply(x: tf.Tensor2D): tf.Tensor2D
  /**
   * The same as training sees it: with dropout, whose masks follow from the number of the update (from 1), and with the
   * batch's own statistics, which also move the running ones.
   */
  train(x: tf.Tensor2D, update: number): tf.Tensor2D
  /**
   * What `apply` computes on the way; with `training`, what `train` does with these masks and the batch's own statistics,
   * which leave the running ones as they are. The caller disposes of it.
   */
  trace(x: tf.Tensor2D, training?: TrainingPass): MlpTrace
}

/**
 * A multilayer perceptron: layers `hidden-1`, `hidden-2`… and `output`, each h ← f(h W + b).
 * Each layer draws its weights from its own stream, so that adding a layer leaves the others' start as it was.
 * Throws a RangeError unless every size is a whole number of at least 1.
 */
export function makeMlp(rng: Rng, options: MlpOptions): Mlp {
  const { sizes, activation, activationParameters = {}, outputActivation = 'linear' } = options
  const { initializer = 'xavier-uniform', bias = 0, residual = false } = options
  const { dropout = 0, batchNorm = false } = options
  if (sizes.length < 2 || !sizes.every((size) => Number.isInteger(size) && size >= 1)) {
    throw new RangeError(`An MLP can't have the sizes ${sizes.join(', ')}.`)
  }
  const depth = sizes.length - 1
  const initializerOf = (index: number): Initializer => {
    if (typeof initializer === 'function') return initializer
    return initializers[typeof initializer === 'string' ? initializer : initializer[index]]
  }
  const nameOf = (index: number): string => (index === depth - 1 ? 'output' : `hidden-${index + 1}`)

  const stages = Array.from({ length: depth }, (_, index): MlpStage & { readonly f: Activate } => {
    const name = nameOf(index)
    const last = index === depth - 1
    const id = last ? outputActivation : typeof activation === 'string' ? activation : activation[index]
    const parameters = last ? {} : activationParameters
    const stream = rng.split(name)
    const dense = makeDense(stream, {
      inputs: sizes[index],
      units: sizes[index + 1],
      initializer: initializerOf(index),
      bias,
    })
    return {
      name,
      dense,
      activation: id,
      parameters,
      f: makeActivation(id, parameters),
      adds: residual && !last && sizes[index] === sizes[index + 1],
      ...(batchNorm && !last ? { norm: makeBatchNorm({ channels: sizes[index + 1] }) } : {}),
      ...(dropout > 0 && !last ? { dropout: makeDropout(stream, dropout) } : {}),
    }
  })

  const layers = Object.fromEntries(
    stages.flatMap(({ name, dense, norm }): [string, Dense | BatchNorm][] =>
      norm
        ? [
            [name, dense],
            [`${name}-norm`, norm],
          ]
        : [[name, dense]],
    ),
  )

  function run(x: tf.Tensor2D, pass: Pass, watch?: (z: tf.Tensor2D, h: tf.Tensor2D) => void): tf.Tensor2D {
    let h = x
    for (const { dense, norm, f, adds, dropout: drop } of stages) {
      const sums = dense.apply(h)
      const z = norm ? pass.normalise(norm, sums) : sums
      const activated = f(z)
      const kept = drop ? pass.drop(drop, activated) : activated
      h = adds ? tf.add(h, kept) : kept
      watch?.(z, h)
    }
    return h
  }

  return {
    layers,
    stages,
    apply: (x) => run(x, USED),
    train: (x, update) => run(x, training(update)),
    trace(x, asTrained) {
      const preActivations: tf.Tensor2D[] = []
      const activations: tf.Tensor2D[] = []
      run(x, asTrained ? previewing(asTrained) : USED, (z, h) => {
        preActivations.push(z)
        activations.push(h)
      })
      return { preActivations, activations }
    },
    dispose: () => disposeModel({ layers, dispose: () => undefined }),
  }
}

/** What a forward pass does where training differs from use. */
interface Pass {
  normalise(norm: BatchNorm, sums: tf.Tensor2D): tf.Tensor2D
  drop(dropout: Dropout, h: tf.Tensor2D): tf.Tensor2D
}

const USED: Pass = { normalise: (norm, sums) => norm.apply(sums, false), drop: (_, h) => h }

const training = (update: number): Pass => ({
  normalise: (norm, sums) => norm.apply(sums, true),
  drop: (dropout, h) => dropout.apply(h, update),
})

function previewing({ masks }: TrainingPass): Pass {
  let next = 0
  return {
    normalise: (norm, sums) => norm.preview(sums),
    drop: (_, h) => tf.mul(h, tf.tensor2d(masks[next++], h.shape)),
  }
}
