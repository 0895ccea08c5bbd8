import type { Optimizer } from '../../math/optimizer.ts'
import type { Values } from '../../math/parameter.ts'
import { HELPERS, makeCode } from './code.ts'
import { layeredSource } from './layered.ts'
import { loopedSource } from './looped.ts'
import { callsRowGradient, writeLossGradient } from './lossCode.ts'
import type { Numbers } from './mirrors.ts'
import { placesOf, type Plan } from './plan.ts'
import { unrolledSource } from './unrolled.ts'
import { updateSource } from './updateSource.ts'

/** Adds to `gradients` the gradient of the mean loss over `count` examples, whose numbers stand in `rows`. */
export type AddGradient = (
  weights: Float64Array,
  gradients: Float64Array,
  inputs: Float32Array,
  targets: Float32Array,
  rows: Int32Array,
  count: number,
  masks: Float64Array,
) => void

export type ApplyUpdate = (
  weights: Numbers,
  gradients: Numbers,
  slots: readonly Numbers[],
  from: number,
  to: number,
  l1: number,
  l2: number,
  factors: Float64Array,
) => void

/** How the code of a net is written: in one stretch, in one for each layer, or with loops over units. */
export type Form = 'unrolled' | 'layered' | 'looped'

/**
 * With more weights than this, straight-line code grows slower; from about twice as many on V8 does not optimise it at all, and it
 * takes fifty times as long.
 */
const MOST_UNROLLED = 250
/** The same for the weights of a single layer. */
const MOST_IN_A_LAYER = 600

/** The form that is fastest for a plan. */
export function formOf(plan: Plan): Form {
  if (placesOf(plan).size <= MOST_UNROLLED) return 'unrolled'
  const largest = Math.max(...plan.layers.map(({ inputs, units }) => (inputs + 1) * units))
  return largest <= MOST_IN_A_LAYER ? 'layered' : 'looped'
}

/** A function from its source, with what it calls. Undefined where a page's policy forbids generated code. */
function compile(
  given: Readonly<Record<string, unknown>>,
  parameters: readonly string[],
  source: string,
  functions = '',
): unknown {
  const body = `'use strict';\n${functions}\nreturn function (${parameters.join(', ')}) {\n${source}\n}`
  try {
    // The source is made of rules of `math/` and of whole numbers; nothing that a reader typed gets in.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const make = new Function(...Object.keys(given), body) as (...values: readonly unknown[]) => unknown
    return make(...Object.values(given))
  } catch {
    return undefined
  }
}

/** What the code of a plan's loss calls. */
function calledBy(plan: Plan): Readonly<Record<string, unknown>> {
  if (!callsRowGradient(plan)) return HELPERS
  const { loss, lossParameters, classWeights } = plan
  const outputs = plan.layers[plan.layers.length - 1].units
  const rowGradient = (p: Float64Array, t: Float64Array): ArrayLike<number> =>
    loss.kind === 'row' ? loss.gradient(p, t, lossParameters, classWeights) : []
  return { ...HELPERS, rowGradient, P: new Float64Array(outputs), T: new Float64Array(outputs) }
}

/** Compiles the gradient of a plan; undefined where generated code is not allowed. */
export function compileGradient(plan: Plan, form = formOf(plan)): AddGradient | undefined {
  const { source, scratch, functions } = write(plan, form)
  const numbers = (length: number): Float64Array => new Float64Array(length)
  const given = {
    ...calledBy(plan),
    ...(scratch > 0 ? { H: numbers(scratch), D: numbers(scratch), E: numbers(scratch) } : {}),
  }
  return compile(given, ['W', 'G', 'X', 'Y', 'rows', 'count', 'M'], source, functions) as
    AddGradient | undefined
}

function write(plan: Plan, form: Form) {
  switch (form) {
    case 'unrolled':
      return { source: unrolledSource(plan), scratch: 0, functions: '' }
    case 'layered':
      return layeredSource(plan)
    case 'looped':
      return { ...loopedSource(plan), functions: '' }
  }
}

/** Writes the gradients of the mean loss in predictions [count, outputs]; their targets stand in `rows` from `from` on. */
export type AskLoss = (
  predictions: Float32Array,
  targets: Float32Array,
  rows: Int32Array,
  from: number,
  count: number,
  share: number,
  gradients: Float32Array,
) => void

/** Compiles the gradient of a plan's loss alone; undefined where generated code is not allowed. */
export function compileLossGradient(plan: Plan): AskLoss | undefined {
  const outputs = plan.layers[plan.layers.length - 1].units
  const code = makeCode()
  const each = (array: string) => Array.from({ length: outputs }, (_, k) => code.name(`${array} + ${k}]`))
  const gradients = writeLossGradient(code, plan, each('H[h'), each('Y[y'))
  const source = `for (let b = 0; b < count; b++) {
const h = b * ${outputs}, y = rows[from + b] * ${outputs};
${code.source()}
${gradients.map((gradient, k) => `E[h + ${k}] = ${gradient};`).join('\n')}
}`
  const parameters = ['H', 'Y', 'rows', 'from', 'count', 'share', 'E']
  return compile(calledBy(plan), parameters, source) as AskLoss | undefined
}

/** Compiles an optimiser's rule; undefined where generated code is not allowed. */
export function compileUpdate(optimizer: Optimizer, hyper: Values): ApplyUpdate | undefined {
  const parameters = ['W', 'G', 'S', 'from', 'to', 'l1', 'l2', 'F']
  return compile(HELPERS, parameters, updateSource(optimizer, hyper)) as ApplyUpdate | undefined
}
