import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import type { Mlp } from '../../../core/models/mlp.ts'
import { PIXELS, type Digits } from '../../../math/strokes/strokes.ts'
import { DIGITS } from '../spec.ts'

/** Digits as tensors: images [count, 784], targets [count, 10]. */
export interface Pages {
  readonly images: tf.Tensor2D
  readonly targets: tf.Tensor2D
  readonly labels: Uint8Array
  dispose(): void
}

/** One row per label, with a single 1: [count × 10]. */
export function oneHot(labels: ArrayLike<number>): Float32Array {
  const rows = new Float32Array(labels.length * DIGITS)
  for (let i = 0; i < labels.length; i++) rows[i * DIGITS + labels[i]] = 1
  return rows
}

export function makePages({ images, labels }: Digits): Pages {
  const x = tf.tensor2d(images, [labels.length, PIXELS])
  const t = tf.tensor2d(oneHot(labels), [labels.length, DIGITS])
  return { images: x, targets: t, labels, dispose: () => tf.dispose([x, t]) }
}

/** How often each digit (rows) is read as each (columns): [10 × 10]. */
export async function readPages(model: Mlp, { images, labels }: Pages): Promise<Uint16Array> {
  const scores = tf.tidy(() => model.apply(images))
  const values = await read(scores)
  scores.dispose()
  const confusion = new Uint16Array(DIGITS * DIGITS)
  for (let i = 0; i < labels.length; i++) {
    let best = 0
    for (let k = 1; k < DIGITS; k++) if (values[i * DIGITS + k] > values[i * DIGITS + best]) best = k
    confusion[labels[i] * DIGITS + best]++
  }
  return confusion
}

/** The share on the diagonal. */
export function shareRight(confusion: Uint16Array): number {
  let [right, all] = [0, 0]
  for (let i = 0; i < confusion.length; i++) {
    all += confusion[i]
    if (i % (DIGITS + 1) === 0) right += confusion[i]
  }
  return right / all
}

/** The first image of each digit: [10, 784]. */
export function firstOfEach({ images, labels }: Digits): Float32Array {
  const first = new Float32Array(DIGITS * PIXELS)
  for (let digit = 0; digit < DIGITS; digit++) {
    const at = labels.indexOf(digit) * PIXELS
    first.set(images.subarray(at, at + PIXELS), digit * PIXELS)
  }
  return first
}
