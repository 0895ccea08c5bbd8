import { read } from './backend/read.ts'
import * as tf from './backend/tf.ts'
import type { Mlp } from './models/mlp.ts'
import { weightsOf } from './models/model.ts'

type Tensors = Readonly<Record<string, tf.Tensor>>

/** The layer of a path such as `hidden-1/kernel`. */
const layerOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

/** The length of each layer's gradient, kernel and bias taken as one vector, by layer. One read for all. */
export async function gradientNorms(gradients: Tensors): Promise<Record<string, number>> {
  const paths = Object.keys(gradients)
  if (paths.length === 0) return {}
  const squares = tf.tidy(() => tf.stack(paths.map((path) => tf.sum(tf.square(gradients[path])))))
  const sums = await read(squares)
  squares.dispose()
  const byLayer: Record<string, number> = {}
  paths.forEach((path, i) => {
    const layer = layerOf(path)
    byLayer[layer] = (byLayer[layer] ?? 0) + sums[i]
  })
  return Object.fromEntries(Object.entries(byLayer).map(([layer, sum]) => [layer, Math.sqrt(sum)]))
}

/**
 * The share of units that are 0 for every example, of activations [batch, units]: a ReLU that never fires and so never
 * learns. NaN counts as alive; the non-finite guard is there for it.
 */
export async function deadShare(activations: tf.Tensor2D): Promise<number> {
  const share = tf.tidy(() => {
    const largest = tf.max(tf.abs(activations), 0)
    return tf.mean(tf.cast(tf.equal(largest, 0), 'float32'))
  })
  const [value] = await read(share)
  share.dispose()
  return value
}

export interface Histogram {
  /** Where the bins begin and end: one more than counts. */
  readonly edges: Float32Array<ArrayBuffer>
  readonly counts: Int32Array<ArrayBuffer>
}

/** Counts values in equal bins from `min` to `max`; what lies beyond goes to the outer bins, NaN to none. */
export function histogram(values: ArrayLike<number>, bins: number, min: number, max: number): Histogram {
  const counts = new Int32Array(bins)
  const scale = bins / (max - min)
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue
    const bin = Math.floor((values[i] - min) * scale)
    counts[Math.min(bins - 1, Math.max(0, bin))]++
  }
  const edges = Float32Array.from({ length: bins + 1 }, (_, i) => min + i / scale)
  return { edges, counts }
}

/** Likely causes of a number that is not finite; the page words them. */
export type NonFiniteCause =
  'bad-input' | 'rate-too-high' | 'overflow' | 'log-of-zero' | 'exploding-gradients'

export interface NonFinite {
  /** `inputs`, `targets`, `hidden-1/kernel`, `hidden-1/activation`, `loss`, or `hidden-1/kernel gradient`. */
  readonly place: string
  readonly cause: NonFiniteCause
}

/** What is looked at, in the order of computation; what is left out is not looked at. */
export interface Suspects {
  readonly model: Mlp
  readonly inputs?: tf.Tensor2D
  readonly targets?: tf.Tensor
  /** Computed afresh from the model's present weights. */
  readonly loss?: (prediction: tf.Tensor2D) => tf.Scalar
  /** By the paths of the weights. */
  readonly gradients?: Tensors
}

/**
 * Finds the first number that is not finite, and what most likely made it so: data first, then weights (spoiled by
 * earlier updates), activations, loss, gradients. `undefined` if all are finite.
 */
export async function findNonFinite(suspects: Suspects): Promise<NonFinite | undefined> {
  const { model, inputs, targets, loss, gradients = {} } = suspects
  const data = { ...(inputs && { inputs }), ...(targets && { targets }) }
  const spoiled =
    (await firstNonFinite(data, 'bad-input')) ?? (await firstNonFinite(weightsOf(model), 'rate-too-high'))
  if (spoiled) return spoiled
  const computed = inputs ? await inForwardPass(model, inputs, loss) : undefined
  if (computed) return computed
  const found = await firstNonFinite(gradients, 'exploding-gradients')
  return found && { ...found, place: `${found.place} gradient` }
}

async function inForwardPass(
  model: Mlp,
  inputs: tf.Tensor2D,
  loss: Suspects['loss'],
): Promise<NonFinite | undefined> {
  const layers = Object.keys(model.layers)
  const activations = tf.tidy(() => [...model.trace(inputs).activations])
  const named = Object.fromEntries(
    activations.map((activation, i) => [`${layers[i]}/activation`, activation]),
  )
  const value = loss && tf.tidy(() => loss(activations[activations.length - 1]))
  try {
    const overflowed = await firstNonFinite(named, 'overflow')
    if (overflowed || !value) return overflowed
    // Finite predictions that give no finite loss: the logarithm of a probability that became 0.
    return await firstNonFinite({ loss: value }, 'log-of-zero')
  } finally {
    tf.dispose(activations)
    value?.dispose()
  }
}

async function firstNonFinite(tensors: Tensors, cause: NonFiniteCause): Promise<NonFinite | undefined> {
  for (const [place, tensor] of Object.entries(tensors)) {
    if (!(await read(tensor)).every(Number.isFinite)) return { place, cause }
  }
  return undefined
}
