import { defineExperiment } from '../../../src/core/run/experiment.ts'
import type { TrainerState } from '../../../src/core/trainer.ts'
import { choice, defineParams, seed } from '../../../src/protocol/params.ts'
import { defineSpec } from '../../../src/protocol/spec.ts'
import { makeConvPupil } from './convPupil.ts'
import { makeDensePupil } from './densePupil.ts'

interface BenchFrame {
  readonly field: Float32Array
  readonly loss: number
}

export const spec = defineSpec<{ frame: BenchFrame; action: never; question: never; answer: never }>()({
  name: 'bench',
  params: defineParams({ net: choice(['tiny', 'deep', 'wide', 'cnn'], { default: 'tiny' }), seed: seed() }),
  run: {
    workload: 'tiny',
    stepIs: 'update',
    metrics: { loss: { scale: 'log', role: 'train' } },
    measureEvery: 50,
    speed: 'max',
    endStep: () => 1e9,
  },
})

/** A book figure in all that costs time: history, checkpoints, frames. */
export default defineExperiment(spec, {
  async create({ net }, env) {
    const pupil = net === 'cnn' ? await makeConvPupil(env.rng) : makeDensePupil(net, env.rng)
    return {
      step: () => pupil.advance(1),
      steps: (count) => pupil.advance(count),
      measure: async () => ({ loss: await pupil.loss() }),
      frame: async () => ({ field: await pupil.field(), loss: await pupil.loss() }),
      save: () => pupil.save(),
      restore: (state) => pupil.restore(state as TrainerState),
      dispose: () => pupil.dispose(),
    }
  },
})
