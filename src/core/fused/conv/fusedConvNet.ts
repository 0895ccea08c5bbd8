import type { Optimizer } from '../../../math/optimizer.ts'
import type { Values } from '../../../math/parameter.ts'
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
import { makePass } from './pass.ts'

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

/** So many images go through the network at once, unless a layer needs to see the whole batch. In fours. */
const AT_ONCE = 8

/**
 * Trains a network of images by a WebAssembly module that is written for its layers: the same numbers as back-propagation
 * through the library's operations, up to the order in which sums are added, without a tensor, a tape or a copied patch. Every number
 * that an update leaves is in the variables, so everything that looks at the model goes through the library.
 *
 * `weights` are the net's variables, `slots` the optimiser's by "slot/path". Undefined on other backends than wasm, and where
 * WebAssembly has no vectors or too little memory.
 */
export function makeFusedConvNet(
  net: ConvNet,
  weights: Weights,
  optimizer: Optimizer,
  hyper: Values,
  slots: Weights,
): FusedConvNet | undefined {
  if (tf.getBackend() !== 'wasm') return undefined
  const seesBatch = net.stages.some(({ norm }) => norm)
  const first = open(net, weights, optimizer, hyper, slots, AT_ONCE)
  if (!first) return undefined
  let opened = first
  return {
    train(pixels, labels, how, update) {
      if (seesBatch && labels.length > opened.images) {
        const larger = open(net, weights, optimizer, hyper, slots, 4 * Math.ceil(labels.length / 4))
        if (!larger) throw new RangeError(`There is no memory for ${labels.length} images at once.`)
        opened = larger
      }
      opened.train(pixels, labels, how, update)
    },
  }
}

/** Lays the network out for so many images at once. */
function open(
  net: ConvNet,
  weights: Weights,
  optimizer: Optimizer,
  hyper: Values,
  slots: Weights,
  images: number,
): (FusedConvNet & { readonly images: number }) | undefined {
  const [heap, module] = [makeHeap(images), makeModule()]
  const built = buildNet(net.stages, heap, module)
  if (!built) return undefined
  const { size } = built
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

  const W = heap.floats(place.weights, size)
  const G = heap.floats(place.gradients, size)
  const S = place.slots.map((address) => heap.floats(address, size))
  const F = heap.floats(place.factors, names.length)
  const mirrors = makeMirrors(weights, optimizer, slots, W, S)
  const addGradient = makePass(built, heap)
  return {
    images,
    train(pixels, labels, { rate, clip }, update) {
      mirrors.load()
      addGradient(pixels, labels, update)
      if (clip) clipAll(G, clip)
      const factors = optimizer.factors(rate, update, hyper)
      names.forEach((name, i) => (F[i] = factors[name]))
      applyUpdate(labels.length)
      mirrors.store()
    },
  }
}
