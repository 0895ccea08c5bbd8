import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import type { Mlp, MlpStage } from '../../../core/models/mlp.ts'
import { asFunctions } from '../../../math/activation.ts'
import { getActivation } from '../../../math/activations/index.ts'
import { MAP } from '../spec/params.ts'
import { DEAD, SATURATED } from '../spec/traffic.ts'

/** What a layer computes for some inputs, read back: sums and answers, [count, units]. */
export interface LayerTrace {
  readonly sums: Float32Array<ArrayBuffer>
  readonly answers: Float32Array<ArrayBuffer>
}

/** Every layer's sums and answers for inputs [count, features]. */
export async function traceLayers(model: Mlp, inputs: tf.Tensor2D): Promise<LayerTrace[]> {
  const traced = tf.tidy(() => {
    const { preActivations, activations } = model.trace(inputs)
    // A layer that adds nothing and bends nothing answers with its very sums: each is read once, and freed once.
    return {
      preActivations: preActivations.map((z) => tf.clone(z)),
      activations: activations.map((h) => tf.clone(h)),
    }
  })
  try {
    return await Promise.all(
      traced.activations.map(async (answers, layer) => ({
        sums: await read(traced.preActivations[layer]),
        answers: await read(answers),
      })),
    )
  } finally {
    tf.dispose([...traced.preActivations, ...traced.activations])
  }
}

/** Maps of a layer's units over the plane from its answers [MAP², units]: unit after unit, 1 … 255 for −limit … limit. */
export function packMaps(
  answers: Float32Array,
  units: number,
): { maps: Uint8Array<ArrayBuffer>; limit: number } {
  let limit = 0
  for (const answer of answers) limit = Math.max(limit, Math.abs(answer))
  const maps = new Uint8Array(answers.length)
  const scale = limit > 0 ? 127 / limit : 0
  for (let unit = 0; unit < units; unit++)
    for (let cell = 0; cell < MAP * MAP; cell++)
      maps[unit * MAP * MAP + cell] = 128 + Math.round(answers[cell * units + unit] * scale)
  return { maps, limit }
}

/** Below this share of its steepest slope a bounded function is flat. */
const FLAT = 0.05
/** A unit is called saturated when it is flat for this share of the points. */
const MOST = 0.9

/** Dead: no slope at any point, so nothing is learned. Saturated: a bounded f, flat at nearly every point. [units] */
export function healthOf(stage: MlpStage, sums: Float32Array): Uint8Array<ArrayBuffer> {
  const units = stage.dense.weights.kernel.shape[1]
  const count = sums.length / units
  const rule = getActivation(stage.activation)
  const { derivative } = asFunctions(rule)
  const bounded = rule.saturates.left && rule.saturates.right
  const flat = FLAT * Math.abs(derivative(0))
  return Uint8Array.from({ length: units }, (_, unit) => {
    let still = 0
    let nearly = 0
    for (let row = 0; row < count; row++) {
      const slope = Math.abs(derivative(sums[row * units + unit]))
      if (slope === 0) still++
      if (slope < flat) nearly++
    }
    if (count > 0 && still === count && !bounded) return DEAD
    return bounded && count > 0 && nearly >= MOST * count ? SATURATED : 0
  })
}
