import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import { computeFeatures } from '../../../math/planeFeature.ts'
import { EDGE, FIELD, MAP, type FeatureFrame } from '../spec.ts'
import type { Contestant } from './contestant.ts'

type Picture = Pick<FeatureFrame, 'logits' | 'maps' | 'weights'>

/** The answer over the plane, and what the last sum makes it of. */
export async function paint(contestant: Contestant): Promise<Picture> {
  const { model } = contestant
  const { kernel, bias } = model.stages[model.stages.length - 1].dense.weights
  const logits = tf.tidy(() => model.apply(gridOf(FIELD, contestant)))
  const weighed = tf.tidy(() => {
    const grid = gridOf(MAP, contestant)
    // Without hidden layers the last sum weighs the features themselves.
    return tf.clone(model.trace(grid).activations.at(-2) ?? grid)
  })
  try {
    return {
      logits: await read(logits),
      maps: packMaps(await read(weighed), weighed.shape[1]),
      weights: Float32Array.from([...(await read(kernel)), ...(bias ? await read(bias) : [])]),
    }
  } finally {
    tf.dispose([logits, weighed])
  }
}

/** A contestant's features at the centres of an n × n grid over the plane, row 0 at the top: [n², features]. */
function gridOf(n: number, { features }: Contestant): tf.Tensor2D {
  const at = (i: number): number => (((i + 0.5) / n) * 2 - 1) * EDGE
  const centres = Float32Array.from({ length: n * n * 2 }, (_, k) => {
    const cell = Math.floor(k / 2)
    return k % 2 === 0 ? at(cell % n) : -at(Math.floor(cell / n))
  })
  return tf.tensor2d(computeFeatures(centres, features), [n * n, features.length])
}

/** [MAP², units] → one map after the other, each on a scale of its own: a square and a sine both fill it. */
function packMaps(answers: Float32Array, units: number): Uint8Array<ArrayBuffer> {
  const cells = MAP * MAP
  const maps = new Uint8Array(cells * units)
  for (let unit = 0; unit < units; unit++) {
    let top = 0
    for (let cell = 0; cell < cells; cell++) top = Math.max(top, Math.abs(answers[cell * units + unit]))
    const scale = top > 0 ? 127 / top : 0
    for (let cell = 0; cell < cells; cell++)
      maps[unit * cells + cell] = 128 + Math.round(answers[cell * units + unit] * scale)
  }
  return maps
}
