import { asFunctions, type Activation } from '../activation.ts'
import { numbers as arithmetic } from '../algebra.ts'
import type { ElementwiseLoss } from '../loss.ts'
import type { Values } from '../parameter.ts'
import { placesOf, planPass, type Operation, type Places } from './plan.ts'

/** What is computed with: a dense network, one example and its loss, the mean over the outputs. */
export interface Problem {
  /** Units per layer, the inputs first. */
  readonly sizes: readonly number[]
  readonly hidden: Activation
  readonly hiddenParameters?: Partial<Values>
  readonly output: Activation
  readonly loss: ElementwiseLoss
  readonly input: readonly number[]
  readonly target: readonly number[]
}

/** All numbers of one pass in flat float64 lists; 0 where nothing has been computed yet. `Places` says what stands where. */
export interface Numbers {
  readonly parameters: Float64Array
  readonly sums: Float64Array
  readonly activations: Float64Array
  loss: number
  readonly activationSlopes: Float64Array
  readonly sumSlopes: Float64Array
  readonly parameterSlopes: Float64Array
}

export interface Machine {
  readonly plan: readonly Operation[]
  readonly places: Places
  /** f and f′ of a layer. */
  functionsOf(layer: number): { value: (x: number) => number; derivative: (x: number) => number }
  /** ∂L/∂a of one output. */
  lossSlope(output: number, unit: number): number
  start(parameters: ArrayLike<number>): Numbers
  /** Carries out one operation on the numbers. */
  carryOut(operation: Operation, numbers: Numbers, rate: number): void
  /** The loss for given parameters, by a whole forward pass. */
  lossAt(parameters: ArrayLike<number>): number
}

/** Back-propagation (Rumelhart, Hinton and Williams, 1986), stopped after each operation. */
export function makeMachine(problem: Problem): Machine {
  const { sizes, loss, input, target } = problem
  const plan = planPass(sizes)
  const places = placesOf(sizes)
  const last = sizes.length - 1
  const hidden = asFunctions(problem.hidden, problem.hiddenParameters)
  const output = asFunctions(problem.output)
  const functionsOf = (layer: number) => (layer === last ? output : hidden)
  const below = (numbers: Numbers, layer: number, unit: number): number =>
    layer === 1 ? input[unit] : numbers.activations[places.unit(layer - 1, unit)]
  const sumOver = (count: number, term: (index: number) => number): number => {
    let sum = 0
    for (let index = 0; index < count; index++) sum += term(index)
    return sum
  }
  const lossSlope = (prediction: number, unit: number): number =>
    loss.gradient(arithmetic, prediction, target[unit], {}) / sizes[last]

  function start(parameters: ArrayLike<number>): Numbers {
    const perUnit = () => new Float64Array(places.units)
    return {
      parameters: Float64Array.from(parameters),
      sums: perUnit(),
      activations: perUnit(),
      loss: 0,
      activationSlopes: perUnit(),
      sumSlopes: perUnit(),
      parameterSlopes: new Float64Array(places.parameters),
    }
  }

  function carryOut(operation: Operation, numbers: Numbers, rate: number): void {
    const { parameters, sums, activations, activationSlopes, sumSlopes, parameterSlopes } = numbers
    switch (operation.kind) {
      case 'sum': {
        const { layer, unit } = operation
        const weighted = (i: number) => parameters[places.weight(layer, unit, i)] * below(numbers, layer, i)
        sums[places.unit(layer, unit)] =
          sumOver(sizes[layer - 1], weighted) + parameters[places.bias(layer, unit)]
        break
      }
      case 'activate': {
        const at = places.unit(operation.layer, operation.unit)
        activations[at] = functionsOf(operation.layer).value(sums[at])
        break
      }
      case 'loss': {
        const each = (unit: number) =>
          loss.value(arithmetic, activations[places.unit(last, unit)], target[unit], {})
        numbers.loss = sumOver(sizes[last], each) / sizes[last]
        break
      }
      case 'loss-slope':
        for (let unit = 0; unit < sizes[last]; unit++) {
          const at = places.unit(last, unit)
          activationSlopes[at] = lossSlope(activations[at], unit)
        }
        break
      case 'sum-slope': {
        const at = places.unit(operation.layer, operation.unit)
        sumSlopes[at] = activationSlopes[at] * functionsOf(operation.layer).derivative(sums[at])
        break
      }
      case 'weight-slopes': {
        const { layer, unit } = operation
        const slope = sumSlopes[places.unit(layer, unit)]
        for (let i = 0; i < sizes[layer - 1]; i++)
          parameterSlopes[places.weight(layer, unit, i)] = slope * below(numbers, layer, i)
        parameterSlopes[places.bias(layer, unit)] = slope
        break
      }
      case 'activation-slope': {
        const { layer, unit } = operation
        const through = (above: number) =>
          parameters[places.weight(layer + 1, above, unit)] * sumSlopes[places.unit(layer + 1, above)]
        activationSlopes[places.unit(layer, unit)] = sumOver(sizes[layer + 1], through)
        break
      }
      case 'update':
        for (let i = 0; i < parameters.length; i++) parameters[i] -= rate * parameterSlopes[i]
        break
    }
  }

  function lossAt(parameters: ArrayLike<number>): number {
    const numbers = start(parameters)
    for (const operation of plan) {
      carryOut(operation, numbers, 0)
      if (operation.kind === 'loss') break
    }
    return numbers.loss
  }
  return { plan, places, functionsOf, lossSlope, start, carryOut, lossAt }
}
