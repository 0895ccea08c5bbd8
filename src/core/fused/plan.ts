import type { Activation } from '../../math/activation.ts'
import { getActivation } from '../../math/activations/index.ts'
import type { Loss } from '../../math/loss.ts'
import { getLoss } from '../../math/losses/index.ts'
import { fillIn, type Values } from '../../math/parameter.ts'
import type { Mlp } from '../models/mlp.ts'

/** One dense layer of a plan: h ← f(h W + b), masked where `drops`, with h added where `adds`. */
export interface PlannedLayer {
  readonly inputs: number
  readonly units: number
  readonly activation: Activation
  readonly parameters: Values
  /** Residual: the layer's input is added to its output. */
  readonly adds: boolean
  /** f(z) is multiplied by a mask. */
  readonly drops: boolean
}

/** A dense network and its loss, as generated code needs them. */
export interface Plan {
  readonly layers: readonly PlannedLayer[]
  readonly loss: Loss
  readonly lossParameters: Values
  readonly classWeights?: readonly number[]
}

/** Where a layer's numbers stand in the flat arrays of parameters and of masks. */
export interface Place {
  /** Kernel [inputs, units], row after row. */
  readonly kernel: number
  readonly bias: number
  /** In the masks of one example. */
  readonly mask: number
}

/** Layers one after the other, each kernel before its bias. */
export function placesOf({ layers }: Plan): {
  readonly places: readonly Place[]
  readonly size: number
  readonly masks: number
} {
  let size = 0
  let masks = 0
  const places = layers.map(({ inputs, units, drops }) => {
    const kernel = size
    const bias = kernel + inputs * units
    const mask = masks
    size = bias + units
    if (drops) masks += units
    return { kernel, bias, mask }
  })
  return { places, size, masks }
}

/** The plan of a network and a loss of `math/losses`; undefined for a network with parts that fused code lacks. */
export function planOf(
  { stages }: Pick<Mlp, 'stages'>,
  lossId: string,
  lossParameters: Partial<Values> = {},
  classWeights?: readonly number[],
): Plan | undefined {
  const layers: PlannedLayer[] = []
  for (const { dense, norm, activation, parameters, adds, dropout } of stages) {
    const learned = Object.values(parameters).some((value) => typeof value !== 'number')
    if (norm || learned || !dense.weights.bias) return undefined
    const [inputs, units] = dense.weights.kernel.shape
    const rule = getActivation(activation)
    const values = fillIn(rule.parameters, parameters as Values)
    layers.push({ inputs, units, activation: rule, parameters: values, adds, drops: dropout !== undefined })
  }
  const loss = getLoss(lossId)
  return {
    layers,
    loss,
    lossParameters: fillIn(loss.parameters, lossParameters),
    ...(classWeights ? { classWeights } : {}),
  }
}
