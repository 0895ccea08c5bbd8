import type { ImageBatch } from '../../../core/classifier.ts'
import { loadStrokes } from '../../../core/datasets/strokes.ts'
import { toBytes } from '../../../math/image.ts'
import { PIXELS } from '../../../math/strokes/strokes.ts'
import { TESTED, type ZoomValues } from '../spec/params.ts'
import { DIGITS } from '../spec/stages.ts'

/** What the network is shown, and what it is asked about. */
export interface Lessons {
  /** The images of the update after `updates` others, each of which is shown once. */
  batch(updates: number): ImageBatch
  /** Digits of a series of their own. */
  readonly test: ImageBatch
  /** One of each, as bytes: [10, 784] */
  readonly examples: Uint8Array
}

export async function loadLessons({ seed, batch }: Pick<ZoomValues, 'seed' | 'batch'>): Promise<Lessons> {
  const strokes = await loadStrokes(seed)
  const { images: pixels, labels } = (await loadStrokes(seed, {}, 'test')).take(0, TESTED)
  const examples = new Uint8Array(DIGITS * PIXELS)
  // Every ten images in a row show every digit once.
  for (let i = 0; i < DIGITS; i++)
    examples.set(toBytes(pixels.subarray(i * PIXELS, (i + 1) * PIXELS)), labels[i] * PIXELS)
  return {
    batch(updates) {
      const taken = strokes.take(updates * batch, batch)
      return { pixels: taken.images, labels: taken.labels }
    },
    test: { pixels, labels },
    examples,
  }
}
