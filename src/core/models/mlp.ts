import type { Rng } from '../../math/rng.ts'
import { makeActivation, type ActivationParameters } from '../activations.ts'
import * as tf from '../backend/tf.ts'
import { initializers, type Initializer, type InitializerId } from '../initializers.ts'
import { makeDense, type Dense } from '../layers/dense.ts'
import { disposeModel, type Model } from './model.ts'

export interface MlpOptions {
  /** Inputs, units of each hidden layer, outputs: at least two numbers. */
  readonly sizes: readonly number[]
  /** One activation for all hidden layers, or one for each. */
  readonly activation: string | readonly string[]
  readonly activationParameters?: ActivationParameters
  /** `linear` unless said: losses take logits. */
  readonly outputActivation?: string
  readonly initializer?: InitializerId | Initializer
  /** What every bias starts with; 0 unless said. */
  readonly bias?: number
  /** Adds a hidden layer's input to its output where the sizes agree (He et al., 2016). */
  readonly residual?: boolean
}

/** Everything a forward pass computes, layer by layer, the output layer last. */
export interface MlpTrace {
  /** z = x W + b: [batch, units]. */
  readonly preActivations: readonly tf.Tensor2D[]
  /** f(z), with the layer's input added if residual: [batch, units]. */
  readonly activations: readonly tf.Tensor2D[]
}

export interface Mlp extends Model {
  readonly layers: Readonly<Record<string, Dense>>
  /** [batch, inputs] → [batch, outputs]. */
  apply(x: tf.Tensor2D): tf.Tensor2D
  /** The same, keeping what is computed on the way. The caller disposes of it. */
  trace(x: tf.Tensor2D): MlpTrace
}

/**
 * A multilayer perceptron: layers `hidden-1`, `hidden-2`… and `output`, each h ← f(h W + b).
 * Each layer draws its weights from its own stream, so that adding a layer leaves the others' start as it was.
 * Throws a RangeError unless every size is a whole number of at least 1.
 */
export function makeMlp(rng: Rng, options: MlpOptions): Mlp {
  const { sizes, activation, activationParameters, outputActivation = 'linear', residual = false } = options
  const { initializer = 'xavier-uniform', bias = 0 } = options
  if (sizes.length < 2 || !sizes.every((size) => Number.isInteger(size) && size >= 1)) {
    throw new RangeError(`An MLP can't have the sizes ${sizes.join(', ')}.`)
  }
  const depth = sizes.length - 1
  const initialize = typeof initializer === 'string' ? initializers[initializer] : initializer
  const nameOf = (index: number): string => (index === depth - 1 ? 'output' : `hidden-${index + 1}`)

  const stages = Array.from({ length: depth }, (_, index) => {
    const name = nameOf(index)
    const last = index === depth - 1
    const id = last ? outputActivation : typeof activation === 'string' ? activation : activation[index]
    const dense = makeDense(rng.split(name), {
      inputs: sizes[index],
      units: sizes[index + 1],
      initializer: initialize,
      bias,
    })
    const f = makeActivation(id, last ? {} : activationParameters)
    return { name, dense, f, adds: residual && !last && sizes[index] === sizes[index + 1] }
  })

  const layers = Object.fromEntries(stages.map(({ name, dense }) => [name, dense]))
  return {
    layers,
    apply(x) {
      let h = x
      for (const { dense, f, adds } of stages) {
        const activated = f(dense.apply(h))
        h = adds ? tf.add(h, activated) : activated
      }
      return h
    },
    trace(x) {
      const preActivations: tf.Tensor2D[] = []
      const activations: tf.Tensor2D[] = []
      let h = x
      for (const { dense, f, adds } of stages) {
        const z = dense.apply(h)
        const activated = f(z)
        h = adds ? tf.add(h, activated) : activated
        preActivations.push(z)
        activations.push(h)
      }
      return { preActivations, activations }
    },
    dispose: () => disposeModel({ layers, dispose: () => undefined }),
  }
}
