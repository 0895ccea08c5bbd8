import type { Activation } from './activation.ts'
import { asFunctions } from './activation.ts'
import type { Values } from './parameter.ts'

/**
 * A dense network in float64 with every intermediate number kept: z = a W ᵀ + b, a = f(z), layer by layer. For figures
 * that show the numbers of back-propagation, and as a reference for faster forms.
 */
export interface DenseLayer {
  readonly inputs: number
  readonly units: number
  /** Row-major `[units, inputs]`. */
  readonly weights: Float64Array
  /** `[units]`. */
  readonly bias: Float64Array
  readonly activation: Activation
  /** Parameters of the activation; defaults if not given. */
  readonly parameters?: Partial<Values>
}

/** What each layer computed for a batch: before and after its activation; both `[batch, units]`. */
export interface ForwardPass {
  readonly z: readonly Float64Array[]
  readonly a: readonly Float64Array[]
}

/** The gradient of the loss with respect to everything, per layer. */
export interface BackwardPass {
  /** `[batch, units]`. */
  readonly z: readonly Float64Array[]
  /** `[batch, units]`. */
  readonly a: readonly Float64Array[]
  /** `[units, inputs]`. */
  readonly weights: readonly Float64Array[]
  /** `[units]`. */
  readonly bias: readonly Float64Array[]
  /** With respect to the input of the network; `[batch, inputs]`. */
  readonly input: Float64Array
}

/** Runs a batch, row-major `[batch, inputs]`, through the layers. */
export function forward(layers: readonly DenseLayer[], input: Float64Array): ForwardPass {
  const z: Float64Array[] = []
  const a: Float64Array[] = []
  let below = input
  for (const layer of layers) {
    const { value } = asFunctions(layer.activation, layer.parameters)
    const sums = weightedSums(layer, below)
    below = sums.map(value)
    z.push(sums)
    a.push(below)
  }
  return { z, a }
}

/** Carries the gradient with respect to the last activations, `[batch, units]`, back to everything (Rumelhart et al., 1986). */
export function backward(
  layers: readonly DenseLayer[],
  input: Float64Array,
  pass: ForwardPass,
  gradient: Float64Array,
): BackwardPass {
  const z: Float64Array[] = []
  const a: Float64Array[] = []
  const weights: Float64Array[] = []
  const bias: Float64Array[] = []
  let above = gradient
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index]
    const { derivative } = asFunctions(layer.activation, layer.parameters)
    const deltas = above.map((slope, entry) => slope * derivative(pass.z[index][entry]))
    const below = index === 0 ? input : pass.a[index - 1]
    a.unshift(above)
    z.unshift(deltas)
    weights.unshift(weightGradient(layer, deltas, below))
    bias.unshift(biasGradient(layer, deltas))
    above = throughWeights(layer, deltas)
  }
  return { z, a, weights, bias, input: above }
}

/** `[batch, inputs]` → `[batch, units]`. */
function weightedSums({ inputs, units, weights, bias }: DenseLayer, below: Float64Array): Float64Array {
  const sums = new Float64Array((below.length / inputs) * units)
  for (let entry = 0; entry < sums.length; entry++) {
    const unit = entry % units
    const row = Math.floor(entry / units) * inputs
    sums[entry] = bias[unit]
    for (let i = 0; i < inputs; i++) sums[entry] += weights[unit * inputs + i] * below[row + i]
  }
  return sums
}

/** Σ over the batch of δ aᵀ; `[units, inputs]`. */
function weightGradient(layer: DenseLayer, deltas: Float64Array, below: Float64Array): Float64Array {
  const { inputs, units } = layer
  const gradient = new Float64Array(units * inputs)
  for (let entry = 0; entry < deltas.length; entry++) {
    const unit = entry % units
    const row = Math.floor(entry / units) * inputs
    for (let i = 0; i < inputs; i++) gradient[unit * inputs + i] += deltas[entry] * below[row + i]
  }
  return gradient
}

/** Σ over the batch of δ; `[units]`. */
function biasGradient({ units }: DenseLayer, deltas: Float64Array): Float64Array {
  const gradient = new Float64Array(units)
  for (let entry = 0; entry < deltas.length; entry++) gradient[entry % units] += deltas[entry]
  return gradient
}

/** δ W; `[batch, units]` → `[batch, inputs]`. */
function throughWeights({ inputs, units, weights }: DenseLayer, deltas: Float64Array): Float64Array {
  const below = new Float64Array((deltas.length / units) * inputs)
  for (let entry = 0; entry < deltas.length; entry++) {
    const unit = entry % units
    const row = Math.floor(entry / units) * inputs
    for (let i = 0; i < inputs; i++) below[row + i] += deltas[entry] * weights[unit * inputs + i]
  }
  return below
}
