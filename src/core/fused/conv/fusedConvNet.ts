import type { Optimizer } from '../../../math/optimizer.ts'
import type { Values } from '../../../math/parameter.ts'
import { softmax } from '../../../math/softmax.ts'
import * as tf from '../../backend/tf.ts'
import type { Weights } from '../../layers/layer.ts'
import type { ConvNet } from '../../models/convNet.ts'
import type { FusedUpdate } from '../fusedNet.ts'
import { clipAll } from '../gradientLength.ts'
import { makeMirrors } from '../mirrors.ts'
import { makeModule } from '../simd/module.ts'
import { writeUpdate } from '../simd/rule.ts'
import { factorNames } from '../updateSource.ts'
import { buildNet } from './build.ts'
import { makeHeap } from './heap.ts'
import { AT_ONCE } from './stage.ts'

export interface FusedConvNet {
  /**
   * One update, the `update`-th from 1, by the mean cross-entropy of the logits on images [count, height, width, channels] of the
   * classes `labels` [count].
   */
  train(
    pixels: Float32Array,
    labels: Uint8Array,
    how: Pick<FusedUpdate, 'rate' | 'clip'>,
    update: number,
  ): void
}

/**
 * Trains a network of images by a WebAssembly module that is written for its layers: the same numbers as back-propagation
 * through the library's operations, up to the order in which sums are added, without a tensor, a tape or a copied patch. Every number
 * that an update leaves is in the variables, so everything that looks at the model goes through the library.
 *
 * `weights` are the net's variables, `slots` the optimiser's by "slot/path". Undefined on other backends than wasm, for layers
 * that have no kernels here, and where generated code is not allowed.
 */
export function makeFusedConvNet(
  net: ConvNet,
  weights: Weights,
  optimizer: Optimizer,
  hyper: Values,
  slots: Weights,
): FusedConvNet | undefined {
  if (tf.getBackend() !== 'wasm') return undefined
  const [heap, module] = [makeHeap(), makeModule()]
  const built = buildNet(net.stages, heap, module)
  if (!built) return undefined
  const { stages, input, logits, size } = built
  const names = factorNames(optimizer, hyper)
  const place = {
    weights: built.weights,
    gradients: built.gradients,
    slots: optimizer.slots.map(() => heap.take(size)),
    size,
    factors: heap.take(names.length),
  }
  const applyUpdate = module.add((writer) => writeUpdate(writer, optimizer, hyper, names, place))
  const memory = heap.open()
  if (!memory || !module.link(memory)) return undefined

  const W = heap.floats(built.weights, size)
  const G = heap.floats(built.gradients, size)
  const S = place.slots.map((address) => heap.floats(address, size))
  const F = heap.floats(place.factors, names.length)
  const mirrors = makeMirrors(weights, optimizer, slots, W, S)
  const images = heap.floats(input.address, AT_ONCE * input.size)
  const rows = heap.floats(logits.address, AT_ONCE * logits.size)
  const gradients = heap.floats(logits.address + logits.gradient, AT_ONCE * logits.size)

  /** From logits to the gradient of the mean loss over `all` images. */
  function ask(labels: Uint8Array, all: number): void {
    labels.forEach((label, image) => {
      const start = image * logits.size
      const shares = softmax(rows.subarray(start, start + logits.size))
      shares[label] -= 1
      for (let k = 0; k < shares.length; k++) gradients[start + k] = shares[k] / all
    })
  }

  /** Adds the gradient of some images' part in the mean loss to G. */
  function addGradient(pixels: Float32Array, labels: Uint8Array, from: number): void {
    const count = Math.min(AT_ONCE, labels.length - from)
    images.set(pixels.subarray(from * input.size, (from + count) * input.size))
    for (const stage of stages) stage.forward(count, from)
    ask(labels.subarray(from, from + count), labels.length)
    for (let l = stages.length - 1; l >= 0; l--) stages[l].backward(count, from)
  }

  return {
    train(pixels, labels, { rate, clip }, update) {
      mirrors.load()
      for (const stage of stages) stage.begin?.(labels.length, update)
      for (let from = 0; from < labels.length; from += AT_ONCE) addGradient(pixels, labels, from)
      if (clip) clipAll(G, clip)
      const factors = optimizer.factors(rate, update, hyper)
      names.forEach((name, i) => (F[i] = factors[name]))
      applyUpdate(labels.length)
      mirrors.store()
    },
  }
}
