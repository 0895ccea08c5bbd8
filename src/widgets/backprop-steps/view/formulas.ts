import { placesOf, type Operation } from '../../../math/backprop/plan.ts'
import { machineOf, SIZES, targetOf, type StepsFrame, type StepsValues } from '../spec.ts'
import { nameActivation, nameBias, nameFunction, nameSum, nameWeight, PARAMETERS } from './names.ts'
import { plainly, within } from './numbers.ts'
import { joined, type Piece } from './Pieces.tsx'

/** One equation of an operation: what is computed, in symbols, in numbers, and the result. */
export interface Formula {
  readonly left: Piece
  readonly symbols: readonly Piece[]
  readonly numbers: readonly Piece[]
  readonly result: string
}

const PLACES = placesOf(SIZES)
const last = SIZES.length - 1
const sym = (symbol: string): Piece => ({ symbol })
const slope = (symbol: string): Piece => ({ symbol: `∂${symbol}` })
const TIMES = ' × '
const PLUS = ' + '

/** The equations of an operation, with the numbers that are in it now. */
export function formulasOf(operation: Operation, values: StepsValues, frame: StepsFrame): readonly Formula[] {
  const machine = machineOf(values)
  const activation = (layer: number, unit: number): number =>
    layer === 0 ? ([values.x1, values.x2][unit] ?? NaN) : (frame.activations[PLACES.unit(layer, unit)] ?? NaN)
  const y = activation(last, 0)
  const t = targetOf(values)
  const number = values.answer === 'number'
  const f = (layer: number, of: readonly Piece[], prime = ''): Piece[] => {
    const name = nameFunction(values, layer)
    if (name === '') return prime === '' ? [...of] : ['1']
    return [`${name}${prime}(`, ...of, ')']
  }

  switch (operation.kind) {
    case 'loss':
      return [
        {
          left: sym('L'),
          symbols: number
            ? ['½\u2009(', sym('y'), ' − ', sym('t'), ')²']
            : ['−', sym('t'), ' log ', sym('y'), ' − (1 − ', sym('t'), ') log(1 − ', sym('y'), ')'],
          numbers: number
            ? [`½\u2009(${plainly(y)} − ${within(t)})²`]
            : [`−${within(t)} × log ${plainly(y)} − ${plainly(1 - t)} × log ${plainly(1 - y)}`],
          result: plainly(frame.loss),
        },
      ]
    case 'loss-slope':
      return [
        {
          left: slope('y'),
          symbols: number
            ? [sym('y'), ' − ', sym('t')]
            : ['(', sym('y'), ' − ', sym('t'), ') / (', sym('y'), ' (1 − ', sym('y'), '))'],
          numbers: number
            ? [`${plainly(y)} − ${within(t)}`]
            : [`${plainly(y - t)} / (${plainly(y)} × ${plainly(1 - y)})`],
          result: plainly(frame.activationSlopes[PLACES.unit(last, 0)] ?? NaN),
        },
      ]
    case 'update': {
      const { symbol } = PARAMETERS[values.chosen] ?? { symbol: '' }
      const [before, by] = [frame.before[values.chosen] ?? NaN, frame.parameterSlopes[values.chosen] ?? NaN]
      const rate = by === 0 ? values.learningRate : (before - (frame.parameters[values.chosen] ?? NaN)) / by
      return [
        {
          left: sym(symbol),
          symbols: [sym(symbol), ' − ', sym('η'), TIMES, slope(symbol)],
          numbers: [`${plainly(before)} − ${plainly(rate)}${TIMES}${within(by)}`],
          result: plainly(frame.parameters[values.chosen] ?? NaN),
        },
      ]
    }
  }

  const { layer, unit } = operation
  const at = PLACES.unit(layer, unit)
  const [sum, answer] = [nameSum(layer, unit), nameActivation(layer, unit)]
  const below = Array.from({ length: SIZES[layer - 1] ?? 0 }, (_, input) => input)
  switch (operation.kind) {
    case 'sum': {
      const bias = frame.before[PLACES.bias(layer, unit)] ?? NaN
      const weight = (input: number): number => frame.before[PLACES.weight(layer, unit, input)] ?? NaN
      return [
        {
          left: sym(sum),
          symbols: [
            ...joined(
              below.map((i) => [
                sym(nameWeight(layer, unit, i)),
                '\u2009',
                sym(nameActivation(layer - 1, i)),
              ]),
              PLUS,
            ),
            PLUS,
            sym(nameBias(layer, unit)),
          ],
          numbers: [
            [
              ...below.map((i) => {
                const first = i === 0 ? plainly(weight(i)) : within(weight(i))
                return `${first}${TIMES}${within(activation(layer - 1, i))}`
              }),
              within(bias),
            ].join(PLUS),
          ],
          result: plainly(frame.sums[at] ?? NaN),
        },
      ]
    }
    case 'activate':
      return [
        {
          left: sym(answer),
          symbols: f(layer, [sym(sum)]),
          numbers: f(layer, [plainly(frame.sums[at] ?? NaN)]),
          result: plainly(frame.activations[at] ?? NaN),
        },
      ]
    case 'sum-slope': {
      const local = machine.functionsOf(layer).derivative(frame.sums[at] ?? NaN)
      return [
        {
          left: slope(sum),
          symbols: [slope(answer), TIMES, ...f(layer, [sym(sum)], '′')],
          numbers: [`${plainly(frame.activationSlopes[at] ?? NaN)}${TIMES}${within(local)}`],
          result: plainly(frame.sumSlopes[at] ?? NaN),
        },
      ]
    }
    case 'weight-slopes': {
      const delta = frame.sumSlopes[at] ?? NaN
      return [
        ...below.map((i) => ({
          left: slope(nameWeight(layer, unit, i)),
          symbols: [slope(sum), TIMES, sym(nameActivation(layer - 1, i))],
          numbers: [`${plainly(delta)}${TIMES}${within(activation(layer - 1, i))}`],
          result: plainly(frame.parameterSlopes[PLACES.weight(layer, unit, i)] ?? NaN),
        })),
        {
          left: slope(nameBias(layer, unit)),
          symbols: [slope(sum)],
          numbers: [],
          result: plainly(frame.parameterSlopes[PLACES.bias(layer, unit)] ?? NaN),
        },
      ]
    }
    case 'activation-slope': {
      const above = Array.from({ length: SIZES[layer + 1] ?? 0 }, (_, to) => to)
      return [
        {
          left: slope(answer),
          symbols: joined(
            above.map((to) => [sym(nameWeight(layer + 1, to, unit)), TIMES, slope(nameSum(layer + 1, to))]),
            PLUS,
          ),
          numbers: joined(
            above.map((to, i) => {
              const weight = frame.before[PLACES.weight(layer + 1, to, unit)] ?? NaN
              const delta = frame.sumSlopes[PLACES.unit(layer + 1, to)] ?? NaN
              return [`${i === 0 ? plainly(weight) : within(weight)}${TIMES}${within(delta)}`]
            }),
            PLUS,
          ),
          result: plainly(frame.activationSlopes[at] ?? NaN),
        },
      ]
    }
  }
}
