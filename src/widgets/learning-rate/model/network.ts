import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import { makeMlp } from '../../../core/models/mlp.ts'
import type { Env, Run } from '../../../core/run/experiment.ts'
import { makeTrainer, type TrainerState } from '../../../core/trainer.ts'
import { makePoints } from '../../../math/pointSet.ts'
import { getPointSet } from '../../../math/pointSets/index.ts'
import type spec from '../spec.ts'
import { BATCH, CELLS, EXAMPLES, rangeRate, SPAN, type RateValues } from '../spec.ts'

/**
 * A 2-12-12-1 tanh network learns two moons by plain mini-batch descent: at a fixed rate, or, in a range test, at one
 * that grows by the same factor with every update (Smith, 2017).
 */
export function runNetwork(values: RateValues, env: Env): Run<typeof spec> {
  const points = makePoints(getPointSet('moons'), { count: EXAMPLES, seed: values.seed, noise: 0.15 })
  const inputs = Float32Array.from(points.inputs)
  const targets = Float32Array.from(points.targets)
  const model = makeMlp(env.rng.split('model'), { sizes: [2, 12, 12, 1], activation: 'tanh' })
  const trainer = makeTrainer({
    model,
    loss: 'binary-cross-entropy-logits',
    optimizer: 'sgd',
    inputs,
    targets,
    batch: BATCH,
    rng: env.rng.split('batches'),
  })
  const x = tf.tensor2d(inputs, [EXAMPLES, 2])
  const y = tf.tensor2d(targets, [EXAMPLES, 1])
  const grid = tf.tensor2d(makeGrid(), [CELLS * CELLS, 2])
  const rateOf = (update: number): number =>
    values.task === 'range' ? rangeRate(update - 1) : values.learningRate

  const measureLoss = async (): Promise<number> => {
    const loss = trainer.evaluate(x, y)
    const [value] = await read(loss)
    loss.dispose()
    return value
  }
  const logits = async (at: tf.Tensor2D): Promise<Float32Array<ArrayBuffer>> => {
    const out = tf.tidy(() => model.apply(at))
    const numbers = await read(out)
    out.dispose()
    return numbers
  }

  return {
    step: () => trainer.update({ rate: rateOf(trainer.updates + 1) }),
    steps: (count) => trainer.advance(count, (update) => ({ rate: rateOf(update) })),
    measure: async () => ({ loss: await measureLoss() }),
    async frame() {
      const [field, own, loss] = await Promise.all([logits(grid), logits(x), measureLoss()])
      const right = own.filter((logit, i) => logit > 0 === targets[i] > 0.5).length
      return {
        kind: 'network',
        field: field.map((logit) => (Number.isFinite(logit) ? logit : 0)),
        points: Float32Array.from({ length: env.member === 0 ? EXAMPLES * 3 : 0 }, (_, k) =>
          k % 3 === 2 ? targets[Math.floor(k / 3)] : inputs[2 * Math.floor(k / 3) + (k % 3)],
        ),
        loss: Number.isFinite(loss) ? loss : null,
        accuracy: right / EXAMPLES,
      }
    },
    diagnose: () => ({ place: 'loss', cause: 'rate-too-high' }),
    save: () => trainer.save(),
    restore: (checkpoint) => trainer.restore(checkpoint as TrainerState),
    dispose() {
      trainer.dispose()
      model.dispose()
      tf.dispose([x, y, grid])
    },
  }
}

/** Cell centres of the map, row 0 at the top: x y x y … */
function makeGrid(): Float32Array {
  const at = (cell: number): number => (((cell + 0.5) / CELLS) * 2 - 1) * SPAN
  return Float32Array.from({ length: CELLS * CELLS * 2 }, (_, k) => {
    const cell = Math.floor(k / 2)
    return k % 2 === 0 ? at(cell % CELLS) : -at(Math.floor(cell / CELLS))
  })
}
