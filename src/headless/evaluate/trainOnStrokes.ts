import { makeClassifier, type ImageBatch, type Verdict } from '../../core/classifier.ts'
import { loadStrokes } from '../../core/datasets/strokes.ts'
import { makeConvNet } from '../../core/models/convNet.ts'
import { planNetwork } from '../../math/architecture.ts'
import { makeRng } from '../../math/rng.ts'
import { scheduledRate } from '../../math/schedule.ts'
import { getSchedule } from '../../math/schedules/index.ts'
import { STROKES_RECIPE } from '../../math/strokes/recipe.ts'
import { IMAGE } from './trainReference.ts'

export interface StrokesResult extends Verdict {
  /** Of the training, generating its images included; the questions afterwards are not. */
  readonly trainingSeconds: number
  readonly evaluationSeconds: number
}

/** Trains on generated digits alone, each seen once, then asks the network about the given images. */
export async function trainOnStrokes(
  test: ImageBatch,
  seed: number,
  images: number = STROKES_RECIPE.images,
): Promise<StrokesResult> {
  const { layers, optimizer, rate, warmUp, batch } = STROKES_RECIPE
  const { plan } = planNetwork(IMAGE, layers, 10)
  if (!plan) throw new RangeError('The recipe’s network can’t be built.')
  const strokes = await loadStrokes(seed)
  const net = makeConvNet(makeRng(seed, 'net'), plan)
  const classifier = makeClassifier({ net, optimizer })
  const schedule = getSchedule('warmup-cosine')
  const start = performance.now()
  const updates = Math.floor(images / batch)
  for (let done = 0; done < updates; done++) {
    const { images: pixels, labels } = strokes.take(done * batch, batch)
    classifier.update({ pixels, labels }, { rate: scheduledRate(schedule, rate, done, updates, { warmUp }) })
  }
  const trained = performance.now()
  const verdict = await classifier.evaluate(test)
  const asked = performance.now()
  classifier.dispose()
  net.dispose()
  return {
    ...verdict,
    trainingSeconds: (trained - start) / 1000,
    evaluationSeconds: (asked - trained) / 1000,
  }
}
