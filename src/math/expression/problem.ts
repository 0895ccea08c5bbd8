import type { Span } from './graph.ts'

/** Why a text is no expression. Codes, not sentences: a widget words them in the reader's language. */
export type SyntaxCode =
  | 'empty'
  | 'character'
  | 'value-missing'
  | 'operator-missing'
  | 'bracket-missing'
  | 'bracket-extra'
  | 'unknown-function'
  | 'brackets-needed'
  | 'inputs'
  | 'too-large'
  | 'too-many-operations'
  | 'too-many-variables'

export interface SyntaxProblem {
  readonly code: SyntaxCode
  readonly span: Span
  /** What stands there. */
  readonly found: string
}

/** Ends the reading of a text at its first fault. */
export class SyntaxStop extends Error implements SyntaxProblem {
  constructor(
    readonly code: SyntaxCode,
    readonly span: Span,
    readonly found: string,
  ) {
    super(`${code} at ${span.from}`)
  }
}
