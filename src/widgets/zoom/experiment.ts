import { read } from '../../core/backend/read.ts'
import { makeClassifier } from '../../core/classifier.ts'
import { makeConvNet, type ConvNet } from '../../core/models/convNet.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import type { TrainerState } from '../../core/trainer.ts'
import { scheduledRate } from '../../math/schedule.ts'
import { getSchedule } from '../../math/schedules/index.ts'
import { STROKES_RECIPE } from '../../math/strokes/recipe.ts'
import { loadLessons } from './model/lessons.ts'
import { updatesOf } from './spec/params.ts'
import { PLAN } from './spec/stages.ts'
import type { LayerWeights } from './spec/traffic.ts'
import spec from './spec.ts'

interface Saved {
  readonly rate: number
  readonly trainer: TrainerState
}

/** A small network learns to read digits, each of which it is shown once; what it makes of an image the page works out. */
export default defineExperiment(spec, {
  async create(values, env) {
    const { batch, test, examples } = await loadLessons(values)
    const net = makeConvNet(env.rng.split('net'), PLAN)
    const classifier = makeClassifier({ net, optimizer: 'adam' })
    const schedule = getSchedule('warmup-cosine')
    const updates = updatesOf(values)
    const warmUp = Math.min(STROKES_RECIPE.warmUp, Math.floor(updates / 10))
    let rate = values.learningRate
    const rateNow = (): number => scheduledRate(schedule, rate, classifier.updates, updates, { warmUp })

    return {
      step() {
        classifier.update(batch(classifier.updates), { rate: rateNow() })
      },
      async measure() {
        const { accuracy, loss } = await classifier.evaluate(test)
        return { accuracy, loss }
      },
      frame: async () => ({ layers: await readLayers(net), examples: examples.slice(), rate: rateNow() }),
      set(changed) {
        rate = changed.learningRate ?? rate
      },
      diagnose: () => ({ place: 'loss', cause: 'rate-too-high' }),
      save: async (): Promise<Saved> => ({ rate, trainer: await classifier.save() }),
      restore(checkpoint) {
        const saved = checkpoint as Saved
        rate = saved.rate
        classifier.restore(saved.trainer)
      },
      dispose() {
        classifier.dispose()
        net.dispose()
      },
    }
  },
})

async function readLayers({ stages }: ConvNet): Promise<LayerWeights[]> {
  const learned = stages.flatMap(({ layer }) => (layer ? [layer.weights] : []))
  return Promise.all(
    learned.map(async ({ kernel, bias }) => ({ kernel: await read(kernel), bias: await read(bias) })),
  )
}
