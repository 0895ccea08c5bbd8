import type { Algebra } from './algebra.ts'
import { numbers } from './algebra.ts'
import type { Labels } from './labels.ts'
import type { Parameters, Values } from './parameter.ts'
import { fillIn } from './parameter.ts'

/**
 * An activation function and its derivative, over an algebra. `K` names its parameters. Parameters arrive as elements
 * of the algebra, so that training can change them; `constants` turns plain numbers into such elements.
 */
export interface Activation<K extends string = string> {
  readonly id: string
  readonly order: number
  readonly labels: Labels
  /** TeX of f(x), the right-hand side. */
  readonly formula: string
  /** TeX of f′(x), the right-hand side; f stands for f(x). */
  readonly derivativeFormula: string
  /** TeX of the set of values. */
  readonly range: string
  readonly parameters: Parameters<K>
  /** f never decreases, at the default parameters. */
  readonly monotone: boolean
  /** The derivative tends to 0 on this side. */
  readonly saturates: { readonly left: boolean; readonly right: boolean }
  /** Where f has a corner or a jump; none if f is continuously differentiable. */
  kinks(p: Values<K>): readonly number[]
  value<T>(o: Algebra<T>, x: T, p: Readonly<Record<K, T>>): T
  /** At a kink, the value PyTorch takes. */
  derivative<T>(o: Algebra<T>, x: T, p: Readonly<Record<K, T>>): T
}

/** Declares an activation function; one file of `activations/` exports it by default. */
export function defineActivation<K extends string>(definition: Activation<K>): Activation {
  return definition
}

/** The parameters of an activation, with defaults filled in, as elements of an algebra. */
export function constants<T>(
  o: Algebra<T>,
  activation: Activation,
  given?: Partial<Values>,
): Record<string, T> {
  const values = Object.entries(fillIn(activation.parameters, given))
  return Object.fromEntries(values.map(([name, value]) => [name, o.constant(value)]))
}

/** The activation and its derivative as functions of a number, with parameters fixed (defaults filled in). */
export function asFunctions(
  activation: Activation,
  given?: Partial<Values>,
): { value: (x: number) => number; derivative: (x: number) => number } {
  const p = fillIn(activation.parameters, given)
  return {
    value: (x) => activation.value(numbers, x, p),
    derivative: (x) => activation.derivative(numbers, x, p),
  }
}
