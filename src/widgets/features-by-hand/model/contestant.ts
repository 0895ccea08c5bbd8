import { makeMlp, type Mlp } from '../../../core/models/mlp.ts'
import { makeTrainer, type Trainer } from '../../../core/trainer.ts'
import { computeFeatures, orderFeatures, type PlaneFeatureId } from '../../../math/planeFeature.ts'
import type { Points } from '../../../math/pointSet.ts'
import type { Rng } from '../../../math/rng.ts'
import type { FeatureValues } from '../spec.ts'

/** Points per update, in the same order for both. */
const BATCH = 20
const BARE: readonly PlaneFeatureId[] = ['x', 'y']

/** One of the two that learn. Both end in one weighted sum; they differ in what it weighs. */
export interface Contestant {
  readonly model: Mlp
  readonly trainer: Trainer
  /** What it is given of a point. */
  readonly features: readonly PlaneFeatureId[]
}

/** Logistic regression on the chosen features (a network without hidden layers), or a network on x and y. */
export function makeContestant(rng: Rng, values: FeatureValues, train: Points): Contestant {
  const byHand = values.model === 'hand'
  const features = byHand ? orderFeatures(values.features) : BARE
  const hidden = byHand ? [] : Array.from({ length: values.layers }, () => values.units)
  const model = makeMlp(rng.split('model'), {
    sizes: [features.length, ...hidden, 1],
    activation: 'tanh',
    initializer: 'xavier-normal',
  })
  const trainer = makeTrainer({
    model,
    loss: 'binary-cross-entropy-logits',
    optimizer: 'adam',
    inputs: computeFeatures(train.inputs, features),
    targets: Float32Array.from(train.targets),
    batch: BATCH,
    rng: rng.split('batches'),
  })
  return { model, trainer, features }
}
