import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import type { Mlp } from '../../../core/models/mlp.ts'

/** The units that a subnetwork keeps: for each layer with dropout, 0 or 1 / (1 − p) for each of its units. */
export type Subnetwork = readonly Float32Array[]

/** A subnetwork of the network's own kind of draw, by its number. Training's draws are numbered from 1, these from −1 down. */
export function sampleSubnetwork(model: Mlp, number: number): Subnetwork {
  return model.stages.flatMap(({ dropout, dense }) =>
    dropout ? [dropout.mask(dense.weights.kernel.shape[1], -1 - number)] : [],
  )
}

/** The subnetwork that one example of a batch trains, from the masks [batch × units] of all. */
export function subnetworkOf(masks: readonly Float32Array[], batch: number, example: number): Subnetwork {
  return masks.map((mask) => {
    const units = mask.length / batch
    return mask.slice(example * units, (example + 1) * units)
  })
}

/** 1 for each unit that is kept, of every example and layer after layer: [batch × all hidden units]. */
export function keptUnits(
  masks: readonly Float32Array[],
  batch: number,
  layers: number,
  units: number,
): Uint8Array<ArrayBuffer> {
  const kept = new Uint8Array(batch * layers * units).fill(1)
  masks.forEach((mask, layer) => {
    for (let row = 0; row < batch; row++)
      for (let unit = 0; unit < units; unit++)
        if (mask[row * units + unit] === 0) kept[(row * layers + layer) * units + unit] = 0
  })
  return kept
}

/** What subnetworks answer to inputs [count, features], one after the other: [subnetworks × count]. One pass for all. */
export async function answersOf(
  model: Mlp,
  subnetworks: readonly Subnetwork[],
  inputs: Float32Array,
): Promise<Float32Array<ArrayBuffer>> {
  if (subnetworks.length === 0) return new Float32Array(0)
  const features = model.stages[0].dense.weights.kernel.shape[0]
  const count = inputs.length / features
  const all = new Float32Array(subnetworks.length * inputs.length)
  subnetworks.forEach((_, k) => all.set(inputs, k * inputs.length))
  const masks = subnetworks[0].map((first, layer) => {
    const rows = new Float32Array(subnetworks.length * count * first.length)
    subnetworks.forEach((subnetwork, k) => {
      for (let i = 0; i < count; i++) rows.set(subnetwork[layer], (k * count + i) * first.length)
    })
    return rows
  })
  const answers = tf.tidy(() => {
    const x = tf.tensor2d(all, [subnetworks.length * count, features])
    const { activations } = model.trace(x, { masks })
    return tf.clone(activations[activations.length - 1])
  })
  const values = await read(answers)
  answers.dispose()
  return values
}
