import { makeClassifier, type ImageBatch, type Verdict } from '../../core/classifier.ts'
import { makeConvNet } from '../../core/models/convNet.ts'
import { planNetwork } from '../../math/architecture.ts'
import { makeRng } from '../../math/rng.ts'
import type { Reference } from './references.ts'

export interface Trained extends Verdict {
  readonly seed: number
  readonly seconds: number
}

/** Pixels along a side of the images that are judged. */
export const SIDE = 28
export const IMAGE = { height: SIDE, width: SIDE, channels: 1 }
export const PIXELS = SIDE * SIDE

/** Trains as a reference was trained, and answers how the network does on images it has not seen. */
export async function trainReference(
  { layers, optimizer, rate, epochs, batch }: Reference,
  train: ImageBatch,
  test: ImageBatch,
  seed: number,
): Promise<Trained> {
  const { plan } = planNetwork(IMAGE, layers, 10)
  if (!plan) throw new RangeError('This network can’t be built.')
  const rng = makeRng(seed)
  const net = makeConvNet(rng.split('net'), plan, { initializer: 'xavier-normal' })
  const classifier = makeClassifier({ net, optimizer })
  const count = train.labels.length
  const start = performance.now()
  // As the reference does: the last batch of an epoch takes what is left.
  const perEpoch = Math.ceil(count / batch)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = rng.split(`epoch ${epoch}`).permutation(count)
    for (let i = 0; i < perEpoch; i++)
      classifier.update(pick(train, order.subarray(i * batch, (i + 1) * batch)), { rate })
  }
  const seconds = (performance.now() - start) / 1000
  const verdict = await classifier.evaluate(test)
  classifier.dispose()
  net.dispose()
  return { seed, seconds, ...verdict }
}

/** The images of these rows, copied. */
function pick({ pixels, labels }: ImageBatch, rows: Int32Array): ImageBatch {
  const picked = new Float32Array(rows.length * PIXELS)
  const named = new Uint8Array(rows.length)
  rows.forEach((row, i) => {
    picked.set(pixels.subarray(row * PIXELS, (row + 1) * PIXELS), i * PIXELS)
    named[i] = labels[row]
  })
  return { pixels: picked, labels: named }
}
