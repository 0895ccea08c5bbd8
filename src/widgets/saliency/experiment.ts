import { makeClassifier } from '../../core/classifier.ts'
import { readerDigit } from '../../core/datasets/readerDigit.ts'
import { loadStrokes } from '../../core/datasets/strokes.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import type { TrainerState } from '../../core/trainer.ts'
import { scheduledRate } from '../../math/schedule.ts'
import { getSchedule } from '../../math/schedules/index.ts'
import { explain } from './model/explain.ts'
import { makeReader } from './model/net.ts'
import { BATCH, TESTED, UPDATES } from './spec/params.ts'
import spec from './spec.ts'

/** Digits in steadier hands than usual: a small network soon reads them, and its maps are those of one that reads well. */
const HANDS = { jitter: 0.02, warp: 0.05, slantSpread: 0.1, rotationSpread: 0.05, aspectSpread: 0.1 }
const [OPTIMIZER, RATE, WARM_UP] = ['adam', 0.01, 30] as const

/** A small network learns to read written digits; the frame asks what its answer for one of them is due to. */
export default defineExperiment(spec, {
  async create(values, env) {
    const strokes = await loadStrokes(values.seed, HANDS)
    const { images, labels } = (await loadStrokes(values.seed, HANDS, 'test')).take(0, TESTED)
    const test = { pixels: images, labels }
    const net = makeReader(env.rng.split('net'), values.biases)
    // The kernels that are written for a network know no layer without a bias.
    const fused = values.biases ? {} : { fused: false }
    const classifier = makeClassifier({ net, optimizer: OPTIMIZER, ...fused })
    const schedule = getSchedule('warmup-cosine')
    return {
      step() {
        const { updates } = classifier
        const written = strokes.take(updates * BATCH, BATCH)
        classifier.update(
          { pixels: written.images, labels: written.labels },
          { rate: scheduledRate(schedule, RATE, updates, UPDATES, { warmUp: WARM_UP }) },
        )
      },
      async measure() {
        const { accuracy, loss } = await classifier.evaluate(test)
        return { accuracy, loss }
      },
      frame: (look) => explain(net, readerDigit(look, test), { ...values, ...look.values }, env.rng),
      save: (): Promise<TrainerState> => classifier.save(),
      restore: (checkpoint) => classifier.restore(checkpoint as TrainerState),
      dispose() {
        classifier.dispose()
        net.dispose()
      },
    }
  },
})
