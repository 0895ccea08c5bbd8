import type { Machine, Numbers } from '../../../math/backprop/machine.ts'
import { pathsFrom, type Factor } from '../../../math/backprop/paths.ts'
import { numericalDerivative } from '../../../math/finiteDifference.ts'
import { SIZES, type StepsFrame, type StepsValues } from '../spec.ts'
import { nameActivation, nameFunction, nameSum, nameWeight, type Parameter } from './names.ts'
import type { Piece } from './Pieces.tsx'

/** Forward operations, after which all factors of a gradient are known. */
export const FORWARD = 13

/**
 * The paths from a parameter to the loss, from the loss down; their values count only after the forward operations. A
 * linear output's slope, always 1, is left out.
 */
export function pathsOf(
  machine: Machine,
  values: StepsValues,
  frame: StepsFrame,
  chosen: Parameter,
): readonly (readonly Factor[])[] {
  const numbers: Numbers = { ...frame, parameters: frame.before }
  const paths = pathsFrom({ sizes: SIZES }, machine, numbers, [values.x1, values.x2], chosen)
  const says = (factor: Factor): boolean =>
    factor.kind !== 'activation' || nameFunction(values, factor.layer) !== ''
  return paths.map((path) => path.filter(says))
}

/** A factor as it stands in a formula. */
export function writeFactor(factor: Factor, values: StepsValues): readonly Piece[] {
  switch (factor.kind) {
    case 'loss-slope':
      return [{ symbol: '∂y' }]
    case 'weight':
      return [{ symbol: nameWeight(factor.layer, factor.unit, factor.input) }]
    case 'input':
      return [{ symbol: nameActivation(factor.layer, factor.unit) }]
    case 'activation':
      return [`${nameFunction(values, factor.layer)}′(`, { symbol: nameSum(factor.layer, factor.unit) }, ')']
  }
}

/** Edges (`from>to`) that lie on a path from the parameter to the loss, its own included. */
export function edgesFrom({ layer, unit, input }: Parameter): ReadonlySet<string> {
  const edges = new Set<string>()
  if (input !== undefined) edges.add(`${nameActivation(layer - 1, input)}>${nameActivation(layer, unit)}`)
  let reached = [unit]
  for (let above = layer + 1; above < SIZES.length; above++) {
    const next = Array.from({ length: SIZES[above] ?? 0 }, (_, to) => to)
    for (const from of reached)
      for (const to of next) edges.add(`${nameActivation(above - 1, from)}>${nameActivation(above, to)}`)
    reached = next
  }
  return edges
}

/** (L(w + h) − L(w − h)) / 2h for one parameter, the others held. */
export function differenceAt(machine: Machine, before: Float64Array, place: number, nudge: number): number {
  const moved = before.slice()
  const along = (value: number): number => {
    moved[place] = value
    return machine.lossAt(moved)
  }
  return numericalDerivative(along, before[place] ?? NaN, nudge)
}

/** |a − b| over the larger of both; 0 if both are 0. */
export function relativeDifference(a: number, b: number): number {
  const size = Math.max(Math.abs(a), Math.abs(b))
  return size === 0 ? 0 : Math.abs(a - b) / size
}
