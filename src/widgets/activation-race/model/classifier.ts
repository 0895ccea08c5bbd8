import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import type { InitializerId } from '../../../core/initializers.ts'
import { makeMlp, type Mlp } from '../../../core/models/mlp.ts'
import type { Rng } from '../../../math/rng.ts'
import type { SpecValues } from '../../../protocol/spec.ts'
import type spec from '../spec.ts'
import { EDGE, FIELD, type RunnerId } from '../spec.ts'

export type Values = SpecValues<typeof spec>

/** The start that keeps the signal's size for each function: He for those that cut off below 0, else Xavier. */
const MATCHED: Readonly<Record<RunnerId, InitializerId>> = {
  linear: 'xavier-normal',
  sigmoid: 'xavier-normal',
  tanh: 'xavier-normal',
  selu: 'lecun-normal',
  relu: 'he-normal',
  'leaky-relu': 'he-normal',
  elu: 'he-normal',
  gelu: 'he-normal',
  silu: 'he-normal',
  softplus: 'he-normal',
}

/** An id of `math/losses`. */
export const LOSS = 'binary-cross-entropy-logits'

/** Every runner draws the same normal numbers; only their size depends on its activation. */
export function makeClassifier(rng: Rng, values: Values): Mlp {
  const activation = values.activations[0] ?? 'relu'
  return makeMlp(rng, {
    sizes: [2, ...Array.from({ length: values.layers }, () => values.units), 1],
    activation,
    initializer: values.matched ? MATCHED[activation] : 'xavier-normal',
  })
}

const CELL = (2 * EDGE) / FIELD
/** Centres of the field's cells, row 0 at the top: [FIELD × FIELD, 2]. */
const CENTRES = Float32Array.from({ length: FIELD * FIELD * 2 }, (_, i) => {
  const cell = Math.floor(i / 2)
  return i % 2 === 0 ? -EDGE + CELL * ((cell % FIELD) + 0.5) : EDGE - CELL * (Math.floor(cell / FIELD) + 0.5)
})

/** The logits over the plane, row 0 at the top. */
export async function readField(model: Mlp): Promise<Float32Array> {
  const logits = tf.tidy(() => model.apply(tf.tensor2d(CENTRES, [FIELD * FIELD, 2])))
  const values = await read(logits)
  logits.dispose()
  return values
}
