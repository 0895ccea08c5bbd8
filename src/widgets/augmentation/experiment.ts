import { read } from '../../core/backend/read.ts'
import { loadStrokes } from '../../core/datasets/strokes.ts'
import { makeMlp } from '../../core/models/mlp.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import { makeTrainer, type TrainerState } from '../../core/trainer.ts'
import { toBytes } from '../../math/image.ts'
import { changeImage, drawChanges } from '../../math/imageTransform.ts'
import { PIXELS } from '../../math/strokes/strokes.ts'
import { firstOfEach, makePages, oneHot, readPages, shareRight } from './model/reader.ts'
import spec, { BATCH, DIGITS, HAND, recipeOf, SIDE, TESTED, UNITS } from './spec.ts'

interface Saved {
  readonly rate: number
  readonly trainer: TrainerState
}

/**
 * A 784-32-10 network learns to read a few handwritten digits. The first member sees each of them changed anew every time
 * it is read, the second always as it was written; start, data and batches are the same. Both are tested on digits as written.
 */
export default defineExperiment(spec, {
  async create(values, env) {
    const written = await loadStrokes(values.seed, HAND)
    const fresh = await loadStrokes(values.seed, HAND, 'fresh')
    const train = written.take(0, values.examples)
    const recipe = env.member === 0 ? recipeOf(values) : []
    const changes = env.rng.split('changes')
    const inputs = train.images.slice()
    let rate = values.learningRate

    const model = makeMlp(env.rng.split('weights'), {
      sizes: [PIXELS, UNITS, DIGITS],
      activation: 'relu',
      initializer: 'he-normal',
    })
    const trainer = makeTrainer({
      model,
      loss: 'cross-entropy-logits',
      optimizer: 'adam',
      inputs,
      targets: oneHot(train.labels),
      batch: BATCH,
      rng: env.rng.split('batches'),
      beforeUpdate(rows, update) {
        if (recipe.length === 0) return
        const rng = changes.split(String(update))
        for (const row of rows)
          changeImage(train.images, SIDE, drawChanges(recipe, rng, SIDE), inputs, row * PIXELS)
      },
    })
    const trainPages = makePages(train)
    const testPages = makePages(fresh.take(0, TESTED))
    const originals = toBytes(firstOfEach(train))

    return {
      step: () => trainer.update({ rate }),
      steps: (count) => trainer.advance(count, () => ({ rate })),
      async measure() {
        const loss = trainer.evaluate(testPages.images, testPages.targets)
        const [testLoss] = await read(loss)
        loss.dispose()
        const test = shareRight(await readPages(model, testPages))
        return { test, train: shareRight(await readPages(model, trainPages)), testLoss }
      },
      async frame() {
        const confusion = await readPages(model, testPages)
        return {
          originals: env.member === 0 ? originals.slice() : new Uint8Array(0),
          confusion,
          test: shareRight(confusion),
          train: shareRight(await readPages(model, trainPages)),
        }
      },
      set(changed) {
        rate = changed.learningRate ?? rate
      },
      diagnose: () => ({ place: 'loss', cause: 'rate-too-high' }),
      save: async (): Promise<Saved> => ({ rate, trainer: await trainer.save() }),
      restore(checkpoint) {
        const saved = checkpoint as Saved
        rate = saved.rate
        trainer.restore(saved.trainer)
      },
      dispose() {
        trainer.dispose()
        model.dispose()
        trainPages.dispose()
        testPages.dispose()
      },
    }
  },
})
