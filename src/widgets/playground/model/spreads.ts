import { read } from '../../../core/backend/read.ts'
import type * as tf from '../../../core/backend/tf.ts'
import { histogram } from '../../../core/instruments.ts'
import type { TensorLoss } from '../../../core/losses/loss.ts'
import type { Mlp } from '../../../core/models/mlp.ts'
import { weightsOf } from '../../../core/models/model.ts'
import { disposeGradients, gradients } from '../../../core/training.ts'
import { BINS, GRADIENT_DOMAIN } from '../spec/params.ts'
import type { Spread } from '../spec/traffic.ts'
import type { LayerTrace } from './units.ts'

/**
 * Of each layer, how its answers to the training points are spread, and the sizes of the gradients of its weights and
 * biases: of the loss over all training points, in the network as it is used (no dropout, running statistics).
 */
export async function spreadsOf(
  model: Mlp,
  loss: TensorLoss,
  inputs: tf.Tensor2D,
  targets: tf.Tensor2D,
  traced: readonly LayerTrace[],
): Promise<{ spreads: Spread[]; reach: number }> {
  const weights = weightsOf(model)
  const computed = gradients(() => loss.mean(model.apply(inputs), targets), weights)
  const names = Object.keys(weights)
  const values = await Promise.all(names.map((name) => read(computed.gradients[name])))
  disposeGradients(computed)

  let reach = 0
  for (const { answers } of traced) for (const answer of answers) reach = Math.max(reach, Math.abs(answer))
  reach = reach > 0 ? reach : 1
  const spreads = model.stages.map(({ name }, layer): Spread => {
    const own = values.filter((_, i) => names[i].startsWith(`${name}/`))
    const sizes = own.flatMap((list) => Array.from(list, (g) => Math.abs(g)))
    const moved = sizes.filter((size) => size > 0)
    return {
      answers: histogram(traced[layer].answers, BINS, -reach, reach).counts,
      gradients: histogram(moved.map(Math.log10), BINS, ...GRADIENT_DOMAIN).counts,
      zeros: sizes.length > 0 ? 1 - moved.length / sizes.length : 0,
    }
  })
  return { spreads, reach }
}
