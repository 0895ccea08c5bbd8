import type { Params } from './param.ts'

/**
 * Parameters are declared once. From the declaration follow controls, ranges, URL keys, validation, defaults and tests.
 * `read` accepts what a URL, a message or a control may hold and never throws: what it can't use, it reports.
 */
export type * from './param.ts'
export { toggle, choice } from './params/choices.ts'
export { data } from './params/files.ts'
export { list, record } from './params/nested.ts'
export { integer, MAX_SEED, number, seed } from './params/numbers.ts'
export { matrix, points } from './params/plane.ts'
export { expression, text } from './params/texts.ts'

/** Names a set of parameters; keys are the URL keys and the keys of their labels. */
export function defineParams<P extends Params>(params: P): P {
  return params
}
