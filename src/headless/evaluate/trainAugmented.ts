import { makeClassifier, type ImageBatch } from '../../core/classifier.ts'
import { makeConvNet } from '../../core/models/convNet.ts'
import { planNetwork } from '../../math/architecture.ts'
import { changeImage, drawChanges, type Recipe } from '../../math/imageTransform.ts'
import { getImageTransform } from '../../math/imageTransforms/index.ts'
import { makeRng, type Rng } from '../../math/rng.ts'
import { scheduledRate } from '../../math/schedule.ts'
import { getSchedule } from '../../math/schedules/index.ts'
import { STROKES_RECIPE } from '../../math/strokes/recipe.ts'
import { IMAGE, PIXELS, SIDE, type Trained } from './trainReference.ts'

/** What is drawn for an image each time it is shown; each as far as its default goes. */
const CHANGES = ['shift', 'rotation', 'scale', 'shear', 'elastic']

/** Trains the network of the strokes' recipe on the given images, changed anew each time they are shown. */
export async function trainAugmented(
  train: ImageBatch,
  test: ImageBatch,
  seed: number,
  shown: number = STROKES_RECIPE.images,
): Promise<Trained> {
  const { layers, optimizer, rate, warmUp, batch } = STROKES_RECIPE
  const { plan } = planNetwork(IMAGE, layers, 10)
  if (!plan) throw new RangeError('The recipe’s network can’t be built.')
  const recipe: Recipe = CHANGES.map((id) => {
    const transform = getImageTransform(id)
    return { transform, amount: transform.amount.default }
  })
  const rng = makeRng(seed)
  const net = makeConvNet(rng.split('net'), plan)
  const classifier = makeClassifier({ net, optimizer })
  const schedule = getSchedule('warmup-cosine')
  const updates = Math.floor(shown / batch)
  const start = performance.now()
  for (let done = 0; done < updates; done++) {
    const images = pickChanged(train, batch, recipe, rng.split(`update ${done}`))
    classifier.update(images, { rate: scheduledRate(schedule, rate, done, updates, { warmUp }) })
  }
  const seconds = (performance.now() - start) / 1000
  const verdict = await classifier.evaluate(test)
  classifier.dispose()
  net.dispose()
  return { seed, seconds, ...verdict }
}

/** A batch drawn at random, each image changed in its own way. */
function pickChanged({ pixels, labels }: ImageBatch, batch: number, recipe: Recipe, rng: Rng): ImageBatch {
  const changed = new Float32Array(batch * PIXELS)
  const named = new Uint8Array(batch)
  for (let i = 0; i < batch; i++) {
    const row = Math.floor(rng.next() * labels.length)
    named[i] = labels[row]
    const image = pixels.subarray(row * PIXELS, (row + 1) * PIXELS)
    changeImage(image, SIDE, drawChanges(recipe, rng, SIDE), changed.subarray(i * PIXELS, (i + 1) * PIXELS))
  }
  return { pixels: changed, labels: named }
}
