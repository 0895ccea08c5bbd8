import type { Problems } from './problems.ts'
import type { Jsx } from './tree.ts'

interface Declaration {
  readonly block?: true
  readonly required?: readonly string[]
  readonly optional?: readonly string[]
  /** Attributes that are there or not. */
  readonly flags?: readonly string[]
}

/** The closed vocabulary: every element that a text may use, with its attributes (see CONTRIBUTING.md). */
export const VOCABULARY = {
  Lead: { block: true },
  Figure: { block: true, required: ['id', 'title'] },
  Eq: { block: true, required: ['id'] },
  Pitfall: { block: true },
  Misconception: { block: true, required: ['claim'] },
  Predict: { block: true, required: ['figure', 'question'], optional: ['set'] },
  Option: { block: true, optional: ['sketch'], flags: ['right'] },
  Exercise: {
    block: true,
    required: ['id'],
    optional: ['answer', 'tolerance', 'figure', 'metric', 'below', 'above', 'within', 'set'],
  },
  Hint: { block: true },
  Solution: { block: true },
  Recap: { block: true },
  Code: { block: true, optional: ['caption'] },
  Note: {},
  Term: { required: ['id'], flags: ['capital'] },
  Cite: { required: ['id'], optional: ['as'] },
  Ref: { required: ['id'], flags: ['capital'] },
  Param: { required: ['figure', 'name'] },
  En: {},
  Key: {},
} as const satisfies Record<string, Declaration>
export type ElementName = keyof typeof VOCABULARY

export const isKnown = (name: string | null): name is ElementName =>
  name !== null && Object.hasOwn(VOCABULARY, name)

export const isBlock = (name: string | null): boolean => isKnown(name) && 'block' in VOCABULARY[name]

export interface Attributes {
  /** The text of an attribute; empty when it is missing, which has been noted. */
  text(name: string): string
  optional(name: string): string | undefined
  number(name: string): number | undefined
  flag(name: string): boolean
}

/** Checks the attributes of an element against its declaration. */
export function readAttributes(node: Jsx, name: ElementName, problems: Problems): Attributes {
  const declaration: Declaration = VOCABULARY[name]
  const required = declaration.required ?? []
  const flags = declaration.flags ?? []
  const known = [...required, ...(declaration.optional ?? []), ...flags]
  const given = new Map<string, string>()
  for (const { type, name: key = '', value } of node.attributes) {
    if (type === 'mdxJsxExpressionAttribute' || (typeof value === 'object' && value !== null)) {
      problems.add(node, `<${name}>: attributes are texts in quotation marks, not expressions`)
    } else if (!known.includes(key)) {
      problems.add(node, `<${name}> has no attribute “${key}”`, known)
    } else if (flags.includes(key) !== (value === null || value === undefined)) {
      problems.add(node, `<${name}>: “${key}” ${flags.includes(key) ? 'takes no value' : 'needs a value'}`)
    } else if (given.has(key)) {
      problems.add(node, `<${name}>: “${key}” is given twice`)
    } else {
      given.set(key, value ?? '')
    }
  }
  for (const key of required) {
    if ((given.get(key) ?? '').trim() === '') problems.add(node, `<${name}> needs “${key}”`)
  }
  return {
    text: (key) => given.get(key) ?? '',
    optional: (key) => given.get(key),
    flag: (key) => given.has(key),
    number: (key) => {
      const written = given.get(key)
      if (written === undefined) return undefined
      const value = Number(written)
      if (written.trim() !== '' && Number.isFinite(value)) return value
      problems.add(node, `<${name}>: “${key}” is not a number: ${written}`)
      return undefined
    },
  }
}
