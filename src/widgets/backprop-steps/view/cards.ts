import { placesOf, type Operation } from '../../../math/backprop/plan.ts'
import { PLAN, SIZES, targetOf, type StepsFrame, type StepsValues } from '../spec.ts'
import { nameActivation, nameBias, nameSum, nameWeight } from './names.ts'

const PLACES = placesOf(SIZES)

/** One line of a unit: a number and its gradient; null what has not been computed in this pass, undefined what has none. */
export interface Row {
  readonly symbol: string
  readonly value: number | null
  readonly slope?: number | null
  /** Its place among the parameters. */
  readonly parameter?: number
}

export interface Card {
  readonly id: string
  /** 0 the inputs … the last for the output; one more for the loss. */
  readonly layer: number
  readonly unit: number
  readonly rows: readonly Row[]
}

/** When in a pass each number appears. */
const ORDER = new Map(PLAN.map((operation, index) => [keyOf(operation), index]))
function keyOf(operation: Operation): string {
  return 'layer' in operation ? `${operation.kind} ${operation.layer} ${operation.unit}` : operation.kind
}

/** All numbers of the network as they stand, unit by unit. */
export function cardsOf(values: StepsValues, frame: StepsFrame): readonly Card[] {
  const when = (key: string, number: number | undefined): number | null =>
    (ORDER.get(key) ?? Infinity) < frame.done ? (number ?? null) : null
  const inputs = [values.x1, values.x2].map((value, unit) => {
    const symbol = nameActivation(0, unit)
    return { id: symbol, layer: 0, unit, rows: [{ symbol, value }] }
  })
  const units = [1, 2, 3].flatMap((layer) =>
    Array.from({ length: SIZES[layer] ?? 0 }, (_, unit): Card => {
      const at = PLACES.unit(layer, unit)
      const parameter = (symbol: string, index: number): Row => ({
        symbol,
        value: frame.parameters[index] ?? null,
        slope: when(`weight-slopes ${layer} ${unit}`, frame.parameterSlopes[index]),
        parameter: index,
      })
      return {
        id: nameActivation(layer, unit),
        layer,
        unit,
        rows: [
          ...Array.from({ length: SIZES[layer - 1] ?? 0 }, (__, input) =>
            parameter(nameWeight(layer, unit, input), PLACES.weight(layer, unit, input)),
          ),
          parameter(nameBias(layer, unit), PLACES.bias(layer, unit)),
          {
            symbol: nameSum(layer, unit),
            value: when(`sum ${layer} ${unit}`, frame.sums[at]),
            slope: when(`sum-slope ${layer} ${unit}`, frame.sumSlopes[at]),
          },
          {
            symbol: nameActivation(layer, unit),
            value: when(`activate ${layer} ${unit}`, frame.activations[at]),
            slope: when(
              layer === SIZES.length - 1 ? 'loss-slope' : `activation-slope ${layer} ${unit}`,
              frame.activationSlopes[at],
            ),
          },
        ],
      }
    }),
  )
  const loss: Card = {
    id: 'L',
    layer: SIZES.length,
    unit: 0,
    rows: [
      { symbol: 't', value: targetOf(values) },
      { symbol: 'L', value: when('loss', frame.loss) },
    ],
  }
  return [...inputs, ...units, loss]
}

/** The weights of the edges: which unit's answer each goes from, and to which row. */
export function edgesOf(cards: readonly Card[]): readonly {
  readonly from: string
  readonly to: string
  readonly row: number
  readonly weight: number
}[] {
  return cards.flatMap(({ id, layer, rows }) =>
    layer === 0 || layer === SIZES.length
      ? []
      : rows.slice(0, SIZES[layer - 1]).map(({ value }, input) => ({
          from: nameActivation(layer - 1, input),
          to: id,
          row: input,
          weight: value ?? 0,
        })),
  )
}
