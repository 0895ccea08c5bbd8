import type { Rng } from '../../math/rng.ts'
import * as tf from '../backend/tf.ts'
import { normalWith, type Initializer } from '../initializers.ts'
import { disposeWeights, makeVariable, type Layer } from './layer.ts'

export interface EmbeddingOptions {
  readonly vocabulary: number
  readonly units: number
  /** Normal with standard deviation 1 unless said. */
  readonly initializer?: Initializer
}

export interface Embedding extends Layer {
  readonly weights: { readonly table: tf.Variable<tf.Rank.R2> }
  /** Whole numbers of any shape […] → their rows […, units]. */
  apply(ids: tf.Tensor): tf.Tensor
}

/** A table with one row of learned numbers for each symbol. */
export function makeEmbedding(
  rng: Rng,
  { vocabulary, units, initializer = normalWith(1) }: EmbeddingOptions,
): Embedding {
  const weights = { table: makeVariable(rng, [vocabulary, units], initializer) as tf.Variable<tf.Rank.R2> }
  return {
    weights,
    apply: (ids) => tf.gather(weights.table, ids.dtype === 'int32' ? ids : tf.cast(ids, 'int32')),
    dispose: () => disposeWeights(weights),
  }
}
