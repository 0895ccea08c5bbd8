import { numbers } from './algebra.ts'
import type { Optimizer } from './optimizer.ts'
import type { Values } from './parameter.ts'
import { fillIn } from './parameter.ts'

/** Where a descent stands: plain numbers, so that a copy is a checkpoint. */
export interface DescentState {
  /** Updates made so far. */
  readonly step: number
  readonly weights: Float64Array
  /** What the optimiser remembers, per slot and weight. */
  readonly slots: Readonly<Record<string, Float64Array>>
}

/** A descent that has not moved yet. Hyperparameters not given take their defaults. */
export function startDescent(
  optimizer: Optimizer,
  start: ArrayLike<number>,
  hyper?: Partial<Values>,
): DescentState {
  const filled = fillIn(optimizer.hyper, hyper)
  const slots = optimizer.slots.map((slot) => {
    const initial = optimizer.initialSlot(slot, filled)
    return [slot, new Float64Array(start.length).fill(initial)] as const
  })
  return { step: 0, weights: Float64Array.from(start), slots: Object.fromEntries(slots) }
}

/** The state after one update of every weight with this gradient and rate; the given state stays as it was. */
export function descend(
  optimizer: Optimizer,
  state: DescentState,
  gradient: ArrayLike<number>,
  rate: number,
  hyper?: Partial<Values>,
): DescentState {
  const step = state.step + 1
  const filled = fillIn(optimizer.hyper, hyper)
  const factors = optimizer.factors(rate, step, filled)
  const weights = new Float64Array(state.weights.length)
  const slots = Object.fromEntries(optimizer.slots.map((slot) => [slot, new Float64Array(weights.length)]))
  const own: Record<string, number> = {}
  for (let i = 0; i < weights.length; i++) {
    for (const slot of optimizer.slots) own[slot] = state.slots[slot][i]
    const input = { weight: state.weights[i], gradient: gradient[i], slots: own, factors, hyper: filled }
    const updated = optimizer.rule(numbers, input)
    weights[i] = updated.weight
    for (const slot of optimizer.slots) slots[slot][i] = updated.slots[slot]
  }
  return { step, weights, slots }
}

/** What a whole descent needs. */
export interface DescentPlan {
  readonly start: ArrayLike<number>
  readonly steps: number
  /** The gradient at these weights before update number `step` + 1. */
  readonly gradient: (weights: Float64Array, step: number) => ArrayLike<number>
  /** One rate, or the rate of update number `step` + 1. */
  readonly rate: number | ((step: number) => number)
  readonly hyper?: Partial<Values>
}

/** The weights before each update and after the last: `steps` + 1 points. */
export function descentPath(optimizer: Optimizer, plan: DescentPlan): Float64Array[] {
  let state = startDescent(optimizer, plan.start, plan.hyper)
  const path = [state.weights]
  while (state.step < plan.steps) {
    const rate = typeof plan.rate === 'number' ? plan.rate : plan.rate(state.step)
    state = descend(optimizer, state, plan.gradient(state.weights, state.step), rate, plan.hyper)
    path.push(state.weights)
  }
  return path
}
