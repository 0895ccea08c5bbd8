import { constants, type Activation } from '../math/activation.ts'
import { getActivation } from '../math/activations/index.ts'
import { fillIn, type Values } from '../math/parameter.ts'
import { tensors } from './algebra.ts'
import * as tf from './backend/tf.ts'

export type ActivationParameters = Readonly<Record<string, number | tf.Tensor>>

/** Applies an activation function to every element; the shape stays. */
export type Activate = <R extends tf.Rank>(x: tf.Tensor<R>) => tf.Tensor<R>

type Elementwise = (x: tf.Tensor) => tf.Tensor

/**
 * Where the library has the same function as one kernel, with the same value and the same derivative at the kinks,
 * that kernel is used. `undefined` where it is the same for some parameters only.
 */
const native: Readonly<Record<string, (p: Values) => Elementwise | undefined>> = {
  linear: () => (x) => x,
  relu: () => (x) => tf.relu(x),
  'leaky-relu':
    ({ alpha }) =>
    (x) =>
      tf.leakyRelu(x, alpha),
  elu: ({ alpha }) => (alpha === 1 ? (x) => tf.elu(x) : undefined),
  sigmoid: () => (x) => tf.sigmoid(x),
  tanh: () => (x) => tf.tanh(x),
  softplus: () => (x) => tf.softplus(x),
}

/**
 * The activation `id` of `math/activations` over tensors; parameters left out have their defaults.
 * Differentiable once, with the rule's own derivative (at a kink, PyTorch's choice). A parameter given as a tensor is
 * learned: then the rule is differentiated automatically, and the tensor gets a gradient too.
 * Throws for an unknown id.
 */
export function makeActivation(id: string, parameters: ActivationParameters = {}): Activate {
  const activation = getActivation(id)
  const learned = Object.values(parameters).some((value) => typeof value !== 'number')
  if (learned) return byAutomaticDifferentiation(activation, parameters) as Activate
  const values = fillIn(activation.parameters, parameters as Values)
  return (native[id]?.(values) ?? byRule(activation, values)) as Activate
}

/** Applies the activation `id` once; in a training loop, make it once with `makeActivation`. */
export function activate<R extends tf.Rank>(id: string, x: tf.Tensor<R>, parameters?: ActivationParameters) {
  return makeActivation(id, parameters)(x)
}

function byRule(activation: Activation, values: Values): Elementwise {
  const run = tf.customGrad((input, save) => {
    const x = input as tf.Tensor
    ;(save as tf.GradSaveFunc)([x])
    return {
      value: activation.value(tensors, x, constants(tensors, activation, values)),
      gradFunc: (dy: tf.Tensor, [saved]: tf.Tensor[]) =>
        tf.mul(dy, activation.derivative(tensors, saved, constants(tensors, activation, values))),
    }
  })
  return (x) => run(x)
}

function byAutomaticDifferentiation(activation: Activation, parameters: ActivationParameters): Elementwise {
  return (x) => {
    const p: Record<string, tf.Tensor> = constants(tensors, activation)
    for (const [name, value] of Object.entries(parameters)) {
      p[name] = typeof value === 'number' ? tf.scalar(value) : value
    }
    return activation.value<tf.Tensor>(tensors, x, p)
  }
}
