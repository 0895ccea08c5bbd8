import { read } from '../../../src/core/backend/read.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { makeMlp } from '../../../src/core/models/mlp.ts'
import { defineExperiment } from '../../../src/core/run/experiment.ts'
import { makeTrainer, type TrainerState } from '../../../src/core/trainer.ts'
import { choice, defineParams, seed } from '../../../src/protocol/params.ts'
import { defineSpec } from '../../../src/protocol/spec.ts'
import { FIELD_INPUTS, makeExamples, NETS } from './nets.ts'

interface BenchFrame {
  readonly field: Float32Array
  readonly loss: number
}

export const spec = defineSpec<{ frame: BenchFrame; action: never; question: never; answer: never }>()({
  name: 'bench',
  params: defineParams({ net: choice(['tiny', 'deep', 'wide'], { default: 'tiny' }), seed: seed() }),
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
  create(values, env) {
    const net = NETS[values.net]
    const { inputs, targets } = makeExamples(values.net)
    const model = makeMlp(env.rng, { sizes: net.sizes, activation: net.activation })
    const trainer = makeTrainer({
      model,
      loss: 'half-mse',
      optimizer: 'sgd',
      inputs,
      targets,
      batch: net.batch,
      rng: env.rng.split('batches'),
    })
    const x = tf.tensor2d(inputs, [net.examples, 2])
    const y = tf.tensor2d(targets, [net.examples, 1])
    const grid = tf.tensor2d(FIELD_INPUTS, [FIELD_INPUTS.length / 2, 2])
    const lossNow = async (): Promise<number> => {
      const scalar = trainer.evaluate(x, y)
      const [loss] = await read(scalar)
      scalar.dispose()
      return loss
    }
    return {
      step: () => trainer.update({ rate: net.rate }),
      steps: (count) => trainer.advance(count, () => ({ rate: net.rate })),
      measure: async () => ({ loss: await lossNow() }),
      async frame() {
        const out = tf.tidy(() => model.apply(grid))
        const field = await read(out)
        out.dispose()
        return { field, loss: await lossNow() }
      },
      save: () => trainer.save(),
      restore: (state) => trainer.restore(state as TrainerState),
      dispose() {
        trainer.dispose()
        model.dispose()
        tf.dispose([x, y, grid])
      },
    }
  },
})
