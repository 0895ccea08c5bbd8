import type { Machine, Numbers, Problem } from './machine.ts'

/** One factor of a gradient's product: what it is, and of which unit. */
export type Factor =
  | { readonly kind: 'loss-slope'; readonly unit: number; readonly value: number }
  /** f′(z) of a unit. */
  | { readonly kind: 'activation'; readonly layer: number; readonly unit: number; readonly value: number }
  | {
      readonly kind: 'weight'
      readonly layer: number
      readonly unit: number
      readonly input: number
      readonly value: number
    }
  /** The activation, or the input, that the weight multiplies. */
  | { readonly kind: 'input'; readonly layer: number; readonly unit: number; readonly value: number }

/** A parameter of the network; without `input` it is the unit's bias. */
export interface ParameterPlace {
  readonly layer: number
  readonly unit: number
  readonly input?: number
}

/**
 * The chain rule written out: the gradient of one parameter as a sum over all paths from it to the loss, each a product
 * of local slopes, from the loss down. Needs the numbers of a whole forward pass. The sum over paths is what
 * back-propagation avoids: their number grows with the product of the layers' widths.
 */
export function pathsFrom(
  { sizes }: Pick<Problem, 'sizes'>,
  machine: Machine,
  numbers: Numbers,
  input: readonly number[],
  place: ParameterPlace,
): readonly (readonly Factor[])[] {
  const { places } = machine
  const last = sizes.length - 1
  const slopeOf = (layer: number, unit: number): Factor => ({
    kind: 'activation',
    layer,
    unit,
    value: machine.functionsOf(layer).derivative(numbers.sums[places.unit(layer, unit)]),
  })
  /** All products from the loss down to a unit's activation. */
  const downTo = (layer: number, unit: number): Factor[][] => {
    if (layer === last) {
      const output = numbers.activations[places.unit(last, unit)]
      return [[{ kind: 'loss-slope', unit, value: machine.lossSlope(output, unit) }]]
    }
    return Array.from({ length: sizes[layer + 1] }, (_, above) => {
      const weight: Factor = {
        kind: 'weight',
        layer: layer + 1,
        unit: above,
        input: unit,
        value: numbers.parameters[places.weight(layer + 1, above, unit)],
      }
      return downTo(layer + 1, above).map((path) => [...path, slopeOf(layer + 1, above), weight])
    }).flat()
  }
  const from = place.input
  const tail: Factor[] =
    from === undefined
      ? []
      : [
          {
            kind: 'input',
            layer: place.layer - 1,
            unit: from,
            value: place.layer === 1 ? input[from] : numbers.activations[places.unit(place.layer - 1, from)],
          },
        ]
  return downTo(place.layer, place.unit).map((path) => [...path, slopeOf(place.layer, place.unit), ...tail])
}

/** The product of a path's factors. */
export const multiply = (path: readonly Factor[]): number =>
  path.reduce((product, { value }) => product * value, 1)
