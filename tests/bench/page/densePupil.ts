import { read } from '../../../src/core/backend/read.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { makeMlp } from '../../../src/core/models/mlp.ts'
import { makeTrainer, type TrainerState } from '../../../src/core/trainer.ts'
import type { Rng } from '../../../src/math/rng.ts'
import { FIELD_INPUTS, makeExamples, NETS, type DenseId } from './nets.ts'

/** What the bench's experiment asks of a net, whatever its kind. */
export interface Pupil {
  advance(count: number): void
  loss(): Promise<number>
  /** What a frame shows. */
  field(): Promise<Float32Array>
  save(): Promise<TrainerState>
  restore(state: TrainerState): void
  dispose(): void
}

export function makeDensePupil(id: DenseId, rng: Rng): Pupil {
  const net = NETS[id]
  const { inputs, targets } = makeExamples(id)
  const model = makeMlp(rng, { sizes: net.sizes, activation: net.activation })
  const trainer = makeTrainer({
    model,
    loss: 'half-mse',
    optimizer: 'sgd',
    inputs,
    targets,
    batch: net.batch,
    rng: rng.split('batches'),
  })
  const x = tf.tensor2d(inputs, [net.examples, 2])
  const y = tf.tensor2d(targets, [net.examples, 1])
  const grid = tf.tensor2d(FIELD_INPUTS, [FIELD_INPUTS.length / 2, 2])
  return {
    advance: (count) => trainer.advance(count, () => ({ rate: net.rate })),
    async loss() {
      const scalar = trainer.evaluate(x, y)
      const [loss] = await read(scalar)
      scalar.dispose()
      return loss
    },
    async field() {
      const out = tf.tidy(() => model.apply(grid))
      const field = await read(out)
      out.dispose()
      return field
    },
    save: () => trainer.save(),
    restore: (state) => trainer.restore(state),
    dispose() {
      trainer.dispose()
      model.dispose()
      tf.dispose([x, y, grid])
    },
  }
}
