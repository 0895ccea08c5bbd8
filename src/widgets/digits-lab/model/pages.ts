import type { ImageBatch } from '../../../core/classifier.ts'
import { loadStrokes } from '../../../core/datasets/strokes.ts'
import type { ReaderData } from '../../../core/readerData.ts'
import type { LabelledImages } from '../../../math/idx.ts'
import { changeImage, drawChanges, type Recipe } from '../../../math/imageTransform.ts'
import { getImageTransform } from '../../../math/imageTransforms/index.ts'
import type { Rng } from '../../../math/rng.ts'
import { PIXELS } from '../../../math/strokes/strokes.ts'
import { SIDE, TESTED, type LabValues } from '../spec/params.ts'
import type { LabData, Source } from '../spec/traffic.ts'
import { loadPair } from './files.ts'
import { allOf, chosenImages, holdOut, imagesIn, inTurn, sampleOf, type ImageSet } from './images.ts'

/** Changes that leave a digit what it is, each by its usual amount. */
const RECIPE: Recipe = ['shift', 'rotation', 'scale', 'shear', 'elastic'].map((id) => {
  const transform = getImageTransform(id)
  return { transform, amount: transform.amount.default }
})

/** What the network is shown, and what it is asked about. */
export interface Pages {
  /** The images of the update after `updates` others. Made-up digits are shown once, the reader's in turn. */
  batch(updates: number): ImageBatch
  /** The last `count` images shown up to that update, as they were shown; before the first, those to come. */
  shown(updates: number, count: number): ImageBatch
  /** Images that no training shows, and the sample of them that is asked about during the training. */
  readonly test: ImageSet
  readonly sample: ImageBatch
  readonly data: LabData
}

/** Images that no training shows, and where they come from. */
interface Test {
  readonly test: ImageSet
  readonly from: Source
}

export async function loadPages(values: LabValues, rng: Rng, files: ReaderData): Promise<Pages> {
  const training = await loadPair(files, values.training)
  const testing = await loadPair(files, values.testing)
  const missing = (values.training !== '' && !training) || (values.testing !== '' && !testing)
  const all = allOf(training?.labels.length ?? 0)
  const { shown, held } = training && !testing ? holdOut(all) : { shown: all, held: all }
  const taken = training ? inTurn(training, shown, rng.split('turns')) : await takeStrokes(values)
  const take = values.augment ? augmented(taken, rng.split('changes')) : taken
  const { test, from } = testing
    ? testOnOwn('own', testing, allOf(testing.labels.length))
    : training
      ? testOnOwn('held-out', training, held)
      : await testOnStrokes(values)
  return {
    batch: (updates) => take(updates * values.batch, values.batch),
    shown: (updates, count) => take(Math.max(0, updates * values.batch - count), count),
    test,
    sample: sampleOf(test),
    data: {
      training: training ? { from: 'own', count: shown.length } : { from: 'strokes' },
      testing: from,
      missing,
    },
  }
}

async function takeStrokes({ seed }: LabValues): Promise<ImageSet['take']> {
  const strokes = await loadStrokes(seed)
  return (from, count) => {
    const { images: pixels, labels } = strokes.take(from, count)
    return { pixels, labels }
  }
}

const testOnOwn = (from: 'own' | 'held-out', own: LabelledImages, numbers: Int32Array): Test => ({
  test: chosenImages(own, numbers),
  from: { from, count: numbers.length },
})

async function testOnStrokes({ seed }: LabValues): Promise<Test> {
  const { images: pixels, labels } = (await loadStrokes(seed, {}, 'test')).take(0, TESTED)
  return { test: imagesIn({ pixels, labels }), from: { from: 'strokes' } }
}

function augmented(take: ImageSet['take'], changes: Rng): ImageSet['take'] {
  return (from, count) => {
    const { pixels: written, labels } = take(from, count)
    const pixels = new Float32Array(written.length)
    for (let i = 0; i < count; i++) {
      const drawn = drawChanges(RECIPE, changes.split(String(from + i)), SIDE)
      changeImage(written, SIDE, drawn, pixels, i * PIXELS)
    }
    return { pixels, labels }
  }
}
