import { MOST_VARIABLES } from '../../math/expression/parse.ts'
import {
  choice,
  defineParams,
  expression,
  integer,
  list,
  number,
  type Values,
} from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** Inputs are moved within [−REACH, REACH]. */
export const REACH = 4
/** More operations than any expression has: all of them are done. */
export const ALL = 99

const NEURON = '(tanh(w*x + b) - t)^2'
const NEURON_INPUTS = [0.5, 2, 0.1, -1]

export const params = defineParams({
  expression: expression({ default: NEURON, maxLength: 120 }),
  mode: choice(['reverse', 'forward'], { default: 'reverse' }),
  /** Values of the variables, in the order in which they first appear; 1 where none is given. */
  inputs: list<number>(number({ default: 1, min: -REACH, max: REACH }), {
    default: NEURON_INPUTS,
    max: MOST_VARIABLES,
    hidden: true,
  }),
  /** Place of the variable along which forward mode differentiates. */
  along: integer({ default: 0, min: 0, max: MOST_VARIABLES - 1, hidden: true }),
  done: integer({ default: ALL, min: 0, max: ALL, hidden: true }),
})
export type GraphValues = Values<typeof params>

export default defineSpec<{ frame: never; action: never; question: never; answer: never }>()({
  name: 'expression-graph',
  params,
  presets: {
    neuron: { expression: NEURON, inputs: NEURON_INPUTS },
    shared: { expression: 'x*y + sin(x)', inputs: [2, 3] },
    sigmoid: { expression: '1/(1 + exp(-x))', inputs: [0] },
    chain: { expression: 'sin(sin(sin(sin(x))))', inputs: [1] },
    corner: { expression: 'max(x, y) * relu(z)', inputs: [1, -1, 2] },
  },
})
