import type { InitializerId } from '../../../core/initializers.ts'
import { makeMlp, type Mlp } from '../../../core/models/mlp.ts'
import { makeTrainer, type Trainer } from '../../../core/trainer.ts'
import type { Rng } from '../../../math/rng.ts'
import { hyperOf } from '../spec/hyper.ts'
import type { PlaygroundValues } from '../spec/params.ts'
import type { Task } from './task.ts'

/** Functions that keep both signs alike: Xavier's start; the others cut off below 0: He's. */
const SYMMETRIC: readonly string[] = ['tanh', 'sigmoid', 'softsign', 'linear']

export function makeNetwork(rng: Rng, values: PlaygroundValues, { features, outputs }: Task): Mlp {
  const { layers, start } = values
  const matched = layers.map(({ activation }): InitializerId => {
    if (activation === 'selu') return 'lecun-normal'
    return SYMMETRIC.includes(activation) ? 'xavier-normal' : 'he-normal'
  })
  return makeMlp(rng.split('model'), {
    sizes: [features, ...layers.map(({ units }) => units), outputs],
    activation: layers.map(({ activation }) => activation),
    initializer: start === 'matched' ? [...matched, 'xavier-normal'] : start,
    residual: values.residual,
    batchNorm: values.batchNorm,
    dropout: values.dropout,
  })
}

/** Trains the network on a task; one without points gets a row of zeros, which no update may use. */
export function makePlaygroundTrainer(rng: Rng, values: PlaygroundValues, model: Mlp, task: Task): Trainer {
  const empty = task.train.inputs.length === 0
  return makeTrainer({
    model,
    loss: task.loss,
    optimizer: values.optimizer,
    hyper: hyperOf(values),
    inputs: empty ? new Float32Array(task.features) : task.train.inputs,
    targets: empty ? new Float32Array(task.outputs) : task.train.targets,
    batch: values.batch,
    rng: rng.split('batches'),
  })
}
