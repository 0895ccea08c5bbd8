import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import type { Layer } from '../../../core/layers/layer.ts'
import { makeConvNet, type ConvNet } from '../../../core/models/convNet.ts'
import { planNetwork } from '../../../math/architecture.ts'
import type { Rng } from '../../../math/rng.ts'
import { DIGITS } from '../spec/params.ts'
import { PIXELS, SIDE } from '../spec/places.ts'

const window = { dilation: 1, padding: 'valid', activation: 'relu' } as const

/** Small, and shallow enough for its maps to be sharp: 28 × 28 → 12 × 12 × 8 → 10 × 10 × 12 → 5 × 5 × 12 → 10. */
const { plan } = planNetwork(
  { height: SIDE, width: SIDE, channels: 1 },
  [
    { kind: 'conv', filters: 8, size: 5, stride: 2, ...window },
    { kind: 'conv', filters: 12, size: 3, stride: 1, ...window },
    { kind: 'pool', how: 'max', size: 2, stride: 2, padding: 'valid' },
  ],
  DIGITS,
)

/** Images that go through the network at once. */
const AT_ONCE = 196

/**
 * The network that is explained. Its biases begin at 0; without `biases` they are no weights of it and stay there. Then
 * k times the ink gives k times the logits: nothing but ReLUs, maxima and sums of products is left.
 */
export function makeReader(rng: Rng, biases: boolean): ConvNet {
  if (!plan) throw new Error('The layers of the saliency figure make no network.')
  const net = makeConvNet(rng, plan)
  if (biases) return net
  const layers = Object.entries(net.layers).map(([name, layer]) => [name, onlyKernel(layer)] as const)
  return { ...net, layers: Object.fromEntries(layers) }
}

const onlyKernel = (layer: Layer): Layer => ({ ...layer, weights: { kernel: layer.weights['kernel'] } })

/** A network with the weights of another in all layers but the `top` last, which keep the random ones they start with. */
export function randomiseTop(rng: Rng, trained: ConvNet, top: number, biases: boolean): ConvNet {
  const net = makeReader(rng, biases)
  const names = Object.keys(trained.layers)
  for (const name of names.slice(0, names.length - top))
    for (const [key, weight] of Object.entries(trained.layers[name].weights))
      tf.tidy(() => net.layers[name].weights[key].assign(tf.clone(weight)))
  return net
}

/** Logits [count, 10] of images [count, 784]. */
export async function logitsOf(net: ConvNet, images: Float32Array): Promise<Float32Array> {
  const count = images.length / PIXELS
  const all = new Float32Array(count * DIGITS)
  for (let from = 0; from < count; from += AT_ONCE) {
    const to = Math.min(count, from + AT_ONCE)
    const shape = [to - from, SIDE, SIDE, 1] as [number, number, number, number]
    const logits = tf.tidy(() => net.apply(tf.tensor4d(images.slice(from * PIXELS, to * PIXELS), shape)))
    all.set(await read(logits), from * DIGITS)
    logits.dispose()
  }
  return all
}
