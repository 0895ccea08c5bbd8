import type { Optimizer } from '../../math/optimizer.ts'
import type { Values } from '../../math/parameter.ts'
import { hasLiveValues } from '../backend/live.ts'
import * as tf from '../backend/tf.ts'
import type { Clipping } from '../clipping.ts'
import { compileGradient, compileUpdate } from './compile.ts'
import { clipAll, lengthOf } from './gradientLength.ts'
import { byVectors, type Backpropagation } from './dense/vectorGradient.ts'
import { makeMirrors, type Numbers } from './mirrors.ts'
import { placesOf, type Plan } from './plan.ts'
import type { Weights } from '../layers/layer.ts'
import { factorNames } from './updateSource.ts'

/** What an update needs besides the net itself. */
export interface FusedUpdate {
  readonly rate: number
  /** Sizes of the penalties l1 Σ|w| and ½ l2 Σw², on kernels only. */
  readonly l1?: number
  readonly l2?: number
  readonly clip?: Clipping
}

export interface FusedNet {
  /** Numbers of the masks that one example takes; 0 without dropout. */
  readonly masks: number
  /** Takes the variables' numbers over. Between `load` and `store`, only `train` may change them. */
  load(): void
  /**
   * One update, the `update`-th from 1, on the examples in `rows` [count] of inputs [·, features] and targets [·, outputs].
   * `masks` [count, masks] holds 0 or 1 / (1 − rate). Answers with the length of the gradient before clipping, where it is
   * `measured`, and NaN where not.
   */
  train(
    inputs: Float32Array,
    targets: Float32Array,
    rows: Int32Array,
    masks: Float64Array | undefined,
    how: FusedUpdate,
    update: number,
    measured: boolean,
  ): number
  /** Writes the numbers into the variables, whose memory nothing else shares then. */
  store(): void
}

const NO_MASKS = new Float64Array(0)
/** On wasm, kernels that work on vectors overtake plain loops at about this many weights, on batches of some dozens. */
const LARGEST_OF_LOOPS = 2500
/** And here the library's kernels, which copy matrices for the cache's sake, overtake those. */
const LARGEST_OF_VECTORS = 150_000

/**
 * Trains a dense network in one pass over plain arrays instead of kernel by kernel: the same numbers as back-propagation
 * through the library’s operations, by plain loops in double precision, or for large nets on wasm by kernels in single precision. The
 * weights stay the variables' own: they are taken over at the start of a slice of updates and written back at its end, so everything
 * that looks at the model goes through the library.
 *
 * `weights` are the net's variables in the order of the plan's layers (kernel, bias), `slots` the optimiser's by
 * "slot/path". Undefined where the library is faster (on a GPU, for very large nets on wasm), and where generated code is not allowed.
 */
export function makeFusedNet(
  plan: Plan,
  weights: Weights,
  optimizer: Optimizer,
  hyper: Values,
  slots: Weights,
): FusedNet | undefined {
  if (!hasLiveValues()) return undefined
  const { places, size, masks } = placesOf(plan)
  const onWasm = tf.getBackend() === 'wasm'
  if (onWasm && size > LARGEST_OF_VECTORS) return undefined
  const large = onWasm && size > LARGEST_OF_LOOPS
  const slotCount = optimizer.slots.length
  const backpropagation = large ? byVectors(plan, slotCount) : byLoops(plan, slotCount)
  const applyUpdate = compileUpdate(optimizer, hyper)
  if (!backpropagation || !applyUpdate) return undefined

  const { W, G, S, addGradient } = backpropagation
  const names = factorNames(optimizer, hyper)
  const F = new Float64Array(names.length)
  const { load, store } = makeMirrors(weights, optimizer, slots, W, S)

  return {
    masks,
    load,
    train(inputs, targets, rows, drawn, { rate, l1 = 0, l2 = 0, clip }, update, measured) {
      addGradient(inputs, targets, rows, drawn ?? NO_MASKS)
      // What is clipped, and measured, is the gradient of all that is minimised, penalties included.
      const penalised = l1 !== 0 || l2 !== 0
      const joined = penalised && (clip !== undefined || measured)
      if (joined) for (const { kernel, bias } of places) addPenalty(G, W, kernel, bias, l1, l2)
      const length = measured ? lengthOf(G) : Number.NaN
      const numbersOfUpdate = optimizer.factors(rate, update, hyper)
      for (let i = 0; i < names.length; i++) F[i] = numbersOfUpdate[names[i]]
      if (clip) clipAll(G, clip)
      if (joined || !penalised) applyUpdate(W, G, S, 0, size, 0, 0, F)
      else {
        places.forEach(({ kernel, bias }, l) => {
          applyUpdate(W, G, S, kernel, bias, l1, l2, F)
          applyUpdate(W, G, S, bias, bias + plan.layers[l].units, 0, 0, F)
        })
      }
      return length
    },
    store,
  }
}

/** Adds the gradient of l1 Σ|w| + ½ l2 Σw² over the weights from `from` up to `to`. */
function addPenalty(
  gradients: Numbers,
  weights: Numbers,
  from: number,
  to: number,
  l1: number,
  l2: number,
): void {
  for (let i = from; i < to; i++) gradients[i] += l2 * weights[i] + l1 * Math.sign(weights[i])
}

/** Back-propagation by plain loops in double precision, with weights and slots that are rounded to 32 bits after each update. */
function byLoops(plan: Plan, slots: number): Backpropagation | undefined {
  const run = compileGradient(plan)
  if (!run) return undefined
  const { size } = placesOf(plan)
  const [W, G] = [new Float64Array(size), new Float64Array(size)]
  return {
    W,
    G,
    S: Array.from({ length: slots }, () => new Float64Array(size)),
    addGradient: (inputs, targets, rows, masks) => run(W, G, inputs, targets, rows, rows.length, masks),
  }
}
