import type { Operation } from '../../../math/backprop/plan.ts'
import type { HiddenId, StepsValues } from '../spec.ts'
import { SIZES } from '../spec.ts'

/** One letter for each number of the network: what stands after an underscore is its index. */
const WEIGHTS = ['', 'u', 'v', 'w']
const BIASES = ['', 'b', 'c', 'd']
const SUMS = ['', 'p', 'q', 'r']
const ACTIVATIONS = ['x', 'g', 'h', 'y']

const last = SIZES.length - 1
const indexed = (letter: string, layer: number, unit: number): string =>
  layer === last ? letter : `${letter}_${unit + 1}`

export const nameSum = (layer: number, unit: number): string => indexed(SUMS[layer] ?? '', layer, unit)
/** Layer 0 is the input. */
export const nameActivation = (layer: number, unit: number): string =>
  indexed(ACTIVATIONS[layer] ?? '', layer, unit)
export const nameBias = (layer: number, unit: number): string => indexed(BIASES[layer] ?? '', layer, unit)
/** From `input` of the layer below to `unit`: `u_21` leads from x_1 to p_2. */
export const nameWeight = (layer: number, unit: number, input: number): string =>
  `${WEIGHTS[layer] ?? ''}_${layer === last ? '' : unit + 1}${input + 1}`

/** `u_21` as it is spoken: "u 2 1". */
export const say = (symbol: string): string => symbol.replace('_', ' ').replace(/(\d)(\d)/, '$1 $2')

const FUNCTIONS: Readonly<Record<HiddenId, string>> = {
  tanh: 'tanh',
  sigmoid: 'σ',
  relu: 'ReLU',
  'leaky-relu': 'LReLU',
}
/** The function of a layer as it stands before brackets; empty where there is none. */
export function nameFunction(values: Pick<StepsValues, 'hidden' | 'answer'>, layer: number): string {
  if (layer < last) return FUNCTIONS[values.hidden]
  return values.answer === 'number' ? '' : 'σ'
}

/** A weight's or bias's place among all parameters, with its name, in the order of `math/backprop`. */
export interface Parameter {
  readonly layer: number
  readonly unit: number
  readonly input?: number
  readonly symbol: string
}
export const PARAMETERS: readonly Parameter[] = [1, 2, 3].flatMap((layer) => {
  const units = Array.from({ length: SIZES[layer] ?? 0 }, (_, unit) => unit)
  const inputs = Array.from({ length: SIZES[layer - 1] ?? 0 }, (_, input) => input)
  return [
    ...units.flatMap((unit) =>
      inputs.map((input) => ({ layer, unit, input, symbol: nameWeight(layer, unit, input) })),
    ),
    ...units.map((unit) => ({ layer, unit, symbol: nameBias(layer, unit) })),
  ]
})

/** Numbers that an operation makes and those it needs: a symbol for a value, `∂` before it for a gradient. */
export function touchedBy(operation: Operation | undefined): {
  readonly made: readonly string[]
  readonly needed: readonly string[]
} {
  if (operation === undefined) return { made: [], needed: [] }
  const y = nameActivation(last, 0)
  switch (operation.kind) {
    case 'loss':
      return { made: ['L'], needed: [y, 't'] }
    case 'loss-slope':
      return { made: [`∂${y}`], needed: [y, 't'] }
    case 'update':
      return {
        made: PARAMETERS.map(({ symbol }) => symbol),
        needed: PARAMETERS.map(({ symbol }) => `∂${symbol}`),
      }
  }
  const { layer, unit } = operation
  const inputs = Array.from({ length: SIZES[layer - 1] ?? 0 }, (_, input) => input)
  const [sum, activation, bias] = [nameSum(layer, unit), nameActivation(layer, unit), nameBias(layer, unit)]
  const weights = inputs.map((input) => nameWeight(layer, unit, input))
  const below = inputs.map((input) => nameActivation(layer - 1, input))
  switch (operation.kind) {
    case 'sum':
      return { made: [sum], needed: [...weights, ...below, bias] }
    case 'activate':
      return { made: [activation], needed: [sum] }
    case 'sum-slope':
      return { made: [`∂${sum}`], needed: [`∂${activation}`, sum] }
    case 'weight-slopes':
      return { made: [...weights, bias].map((symbol) => `∂${symbol}`), needed: [`∂${sum}`, ...below] }
    case 'activation-slope': {
      const above = Array.from({ length: SIZES[layer + 1] ?? 0 }, (_, to) => to)
      return {
        made: [`∂${activation}`],
        needed: above.flatMap((to) => [nameWeight(layer + 1, to, unit), `∂${nameSum(layer + 1, to)}`]),
      }
    }
  }
}
