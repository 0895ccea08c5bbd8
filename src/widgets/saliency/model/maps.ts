import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import type { ConvNet } from '../../../core/models/convNet.ts'
import { DIGITS } from '../spec/params.ts'
import { covered, PIXELS, placesAcross, SIDE, type Patch } from '../spec/places.ts'
import { logitsOf } from './net.ts'
import type { Matter } from './score.ts'

/** The slope of a logit (or the difference of two) with respect to every pixel (Simonyan et al., 2014): [784]. */
export async function gradientAt(
  net: ConvNet,
  image: Float32Array,
  { target, against }: Matter,
): Promise<Float32Array> {
  const signs = Float32Array.from({ length: DIGITS }, (_, digit) =>
    digit === target ? 1 : digit === against ? -1 : 0,
  )
  const gradient = tf.tidy(() => {
    const weights = tf.tensor2d(signs, [1, DIGITS])
    const score = (x: tf.Tensor): tf.Scalar => tf.sum(tf.mul(net.apply(x as tf.Tensor4D), weights))
    return tf.grad(score)(tf.tensor4d(image.slice(), [1, SIDE, SIDE, 1]))
  })
  const values = await read(gradient)
  gradient.dispose()
  return values
}

/** The logits with a patch of one tone at every place in turn (Zeiler and Fergus, 2014): [places, 10]. */
export function coveredLogits(
  net: ConvNet,
  image: Float32Array,
  patch: Patch,
  tone: number,
): Promise<Float32Array> {
  const across = placesAcross(patch)
  const images = new Float32Array(across * across * PIXELS)
  for (let place = 0; place < across * across; place++) {
    const own = images.subarray(place * PIXELS, (place + 1) * PIXELS)
    own.set(image)
    const [left, right] = covered(place % across, patch)
    const [top, bottom] = covered(Math.floor(place / across), patch)
    for (let row = top; row < bottom; row++) own.fill(tone, row * SIDE + left, row * SIDE + right)
  }
  return logitsOf(net, images)
}
