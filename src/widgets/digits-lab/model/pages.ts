import type { ImageBatch } from '../../../core/classifier.ts'
import { loadStrokes } from '../../../core/datasets/strokes.ts'
import { changeImage, drawChanges, type Recipe } from '../../../math/imageTransform.ts'
import { getImageTransform } from '../../../math/imageTransforms/index.ts'
import type { Rng } from '../../../math/rng.ts'
import { PIXELS } from '../../../math/strokes/strokes.ts'
import { SIDE, TESTED, type LabValues } from '../spec/params.ts'

/** Changes that leave a digit what it is, each by its usual amount. */
const RECIPE: Recipe = ['shift', 'rotation', 'scale', 'shear', 'elastic'].map((id) => {
  const transform = getImageTransform(id)
  return { transform, amount: transform.amount.default }
})

/** What the network is shown, and what it is asked about. */
export interface Pages {
  /** The images of the update after `updates` others, each of which is shown once. */
  batch(updates: number): ImageBatch
  /** The last `count` images shown up to that update, as they were shown; before the first, those to come. */
  shown(updates: number, count: number): ImageBatch
  /** Digits of a series of their own. */
  readonly test: ImageBatch
}

export async function loadPages(values: LabValues, rng: Rng): Promise<Pages> {
  const strokes = await loadStrokes(values.seed)
  const { images, labels } = (await loadStrokes(values.seed, {}, 'test')).take(0, TESTED)
  const changes = rng.split('changes')

  function take(from: number, count: number): ImageBatch {
    const { images: written, labels: digits } = strokes.take(from, count)
    if (!values.augment) return { pixels: written, labels: digits }
    const pixels = new Float32Array(written.length)
    for (let i = 0; i < count; i++) {
      const drawn = drawChanges(RECIPE, changes.split(String(from + i)), SIDE)
      changeImage(written, SIDE, drawn, pixels, i * PIXELS)
    }
    return { pixels, labels: digits }
  }

  return {
    batch: (updates) => take(updates * values.batch, values.batch),
    shown: (updates, count) => take(Math.max(0, updates * values.batch - count), count),
    test: { pixels: images, labels },
  }
}
