/**
 * What the files of reference numbers hold, and whose numbers they are. A topic's first cases stand in `<topic>.json`; each rule
 * added later brings its own as `<topic>/<id>.json`, with where they come from under `meta`.
 */
import { activations } from '../../src/math/activations/index.ts'
import { losses } from '../../src/math/losses/index.ts'
import { optimizers } from '../../src/math/optimizers/index.ts'
import type { Values } from '../../src/math/parameter.ts'

/** A number, or nested lists of numbers in row-major order. */
export type Nested = number | readonly Nested[]

export function flatten(nested: Nested): number[] {
  return typeof nested === 'number' ? [nested] : nested.flatMap(flatten)
}

/** Values and derivatives at the points of the grid, or of a grid of its own. */
export interface ActivationCase {
  readonly name: string
  readonly grid?: readonly number[]
  readonly expected: { readonly value: readonly number[]; readonly derivative: readonly number[] }
}

export interface ActivationReference {
  readonly grid: readonly number[]
  readonly functions: readonly ActivationCase[]
  readonly softmax: readonly {
    readonly inputs: { readonly x: readonly number[]; readonly temperature: number }
    readonly expected: Readonly<
      Record<'softmax' | 'softmax_jacobian' | 'log_softmax' | 'log_softmax_jacobian', Nested>
    >
  }[]
}

export interface LossCase {
  readonly name: string
  readonly gradient_with_respect_to: string
  readonly inputs: Readonly<Record<string, Nested>>
  readonly expected: {
    readonly each: Nested
    readonly mean: number
    readonly sum: number
    readonly grad_of_mean: Nested
    readonly grad_of_sum: Nested
  }
}

export interface LossReference {
  readonly cases: readonly LossCase[]
}

type Hyper = Readonly<Record<string, number | boolean | readonly number[]>>

/** A descent on the function that the name begins with: the weights before each step and after the last. */
export interface OptimizerRun {
  readonly name: string
  readonly inputs: { readonly start: readonly number[]; readonly lr: number; readonly hyper: Hyper }
  readonly expected: {
    readonly params: readonly (readonly number[])[]
    readonly loss: readonly number[]
    readonly grad_at_start: readonly number[]
  }
}

export interface OptimizerReference {
  /** A function with `a`, `b`, `c` is ½(ax² + by²) + cxy; the others are known by name. */
  readonly functions: Readonly<
    Record<
      string,
      {
        readonly params: Values
        readonly formula: string
        readonly start?: readonly number[]
        readonly minimum?: readonly number[]
      }
    >
  >
  readonly runs: readonly OptimizerRun[]
}

const underscored = (id: string): string => id.replaceAll('-', '_')

/** The id that a reference name begins with; of several the longest. */
function idIn(name: string, ids: Iterable<string>): string | undefined {
  const fitting = [...ids].filter((id) => new RegExp(`^${underscored(id)}(_|$)`).test(name))
  return fitting.sort((a, b) => b.length - a.length)[0]
}

/** PyTorch's names for losses that the book calls otherwise, by their beginnings. */
const LOSS_NAMES: readonly (readonly [string, string])[] = [
  ['mse_half', 'half-mse'],
  ['bce_from_probs', 'binary-cross-entropy'],
  ['bce_from_logits', 'binary-cross-entropy-logits'],
  ['cross_entropy_from_probs', 'cross-entropy'],
  ['cross_entropy_from_logits', 'cross-entropy-logits'],
  ['cross_entropy_label_smoothing', 'cross-entropy-logits'],
  ['kl_p_q_from_probs', 'kl'],
  ['kl_p_q_from_q_logits', 'kl-logits'],
  ['kl_q_p_reverse_from_q_logits', 'reverse-kl-logits'],
]

/** The loss that a case is of; undefined for the Gaussian divergence, which is no loss of one prediction. */
export function lossOf(name: string): string | undefined {
  return LOSS_NAMES.find(([beginning]) => name.startsWith(beginning))?.[1] ?? idIn(name, losses.keys())
}

/** The case's inputs that are parameters of the loss, by the book's names. */
export function lossParameters({ inputs }: LossCase): Partial<Values> {
  const { label_smoothing: smoothing, ...rest } = inputs as Values
  return smoothing === undefined ? rest : { ...rest, smoothing }
}

/** Reference names that are not an id with underscores, or that take one side at a corner (left out there). */
const ACTIVATION_NAMES: Readonly<
  Record<string, { readonly id: string; readonly given?: Values; readonly corners?: true }>
> = {
  gelu_erf: { id: 'gelu' },
  relu6: { id: 'relu6', corners: true },
  hard_sigmoid_keras: { id: 'hard-sigmoid', given: { alpha: 0.2 }, corners: true },
  hard_sigmoid_torch: { id: 'hard-sigmoid', corners: true },
}

/** `leaky_relu_0.01` is leaky-relu with alpha 0.01. */
export function activationOf(name: string): (typeof ACTIVATION_NAMES)[string] {
  const renamed = ACTIVATION_NAMES[name]
  if (renamed) return renamed
  const alpha = /_([\d.]+)$/.exec(name)?.[1]
  const id = idIn(name, activations.keys()) ?? name
  return alpha === undefined ? { id } : { id, given: { alpha: Number(alpha) } }
}

/** `quadratic/rmsprop_centered` is a run of rmsprop on the function `quadratic`. */
export function optimizerOf(name: string): { readonly surface: string; readonly id: string } {
  const [surface, variant] = name.split('/')
  return { surface, id: idIn(variant, optimizers.keys()) ?? variant }
}

/** PyTorch's names for hyperparameters in the book's. */
const HYPER_NAMES: Readonly<Record<string, string>> = {
  alpha: 'rho',
  eps: 'epsilon',
  weight_decay: 'decay',
  initial_accumulator_value: 'initialSum',
}

export function hyperOf(given: Hyper): Partial<Values> {
  const values: Record<string, number> = {}
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'object') value.forEach((beta, i) => (values[`beta${i + 1}`] = beta))
    else {
      const camelCase = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
      values[HYPER_NAMES[name] ?? camelCase] = Number(value)
    }
  }
  return values
}
