import { makeGraph, type ExpressionGraph, type ExpressionNode, type Span } from './graph.ts'
import { FUNCTIONS, OPERATIONS, type OperationId } from './operations.ts'
import { SyntaxStop, type SyntaxCode, type SyntaxProblem } from './problem.ts'
import { tokenize, type Token } from './tokens.ts'

export type Parsed =
  | { readonly graph: ExpressionGraph; readonly problem?: undefined }
  | { readonly graph?: undefined; readonly problem: SyntaxProblem }

/** What a picture still holds. */
export const MOST_OPERATIONS = 30
export const MOST_VARIABLES = 6

const BY_SIGN: Readonly<Record<string, OperationId>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
}

/**
 * Reads a formula: sums of products of powers, a leading minus, brackets, and the named functions. A power binds
 * tighter than a minus before it (−x² is −(x²)) and from the right (x^y^z is x^(y^z)). Never throws; nothing is evaluated.
 */
export function parseExpression(text: string): Parsed {
  try {
    return { graph: makeGraph(readNodes(text)) }
  } catch (stop) {
    if (!(stop instanceof SyntaxStop)) throw stop
    return { problem: { code: stop.code, span: stop.span, found: stop.found } }
  }
}

function readNodes(text: string): ExpressionNode[] {
  const tokens = tokenize(text)
  const nodes: ExpressionNode[] = []
  const variables = new Map<string, number>()
  let next = 0
  let operations = 0

  const peek = (): Token => tokens[Math.min(next, tokens.length - 1)]
  const take = (): Token => tokens[Math.min(next++, tokens.length - 1)]
  const isSign = (...signs: readonly string[]): boolean =>
    peek().kind === 'sign' && signs.includes(peek().text)
  const stop = (code: SyntaxCode, { span }: { span: Span }): never => {
    throw new SyntaxStop(code, span, text.slice(span.from, span.to))
  }
  const add = (node: ExpressionNode): number => nodes.push(node) - 1
  const operate = (operation: OperationId, inputs: readonly number[], at: { span: Span }): number => {
    if (++operations > MOST_OPERATIONS) stop('too-many-operations', at)
    return add({ kind: 'operation', operation, inputs, span: at.span })
  }

  function sum(): number {
    let left = product()
    while (isSign('+', '-')) {
      const sign = take()
      left = operate(BY_SIGN[sign.text], [left, product()], sign)
    }
    return left
  }
  function product(): number {
    let left = signed()
    while (isSign('*', '/')) {
      const sign = take()
      left = operate(BY_SIGN[sign.text], [left, signed()], sign)
    }
    return left
  }
  function signed(): number {
    if (!isSign('-')) return power()
    const sign = take()
    const inner = signed()
    return operate('negate', [inner], sign)
  }
  function power(): number {
    const base = atom()
    if (!isSign('^')) return base
    const sign = take()
    return operate('power', [base, signed()], sign)
  }
  function atom(): number {
    const token = take()
    if (token.kind === 'number') {
      const value = Number(token.text)
      return Number.isFinite(value)
        ? add({ kind: 'constant', value, span: token.span })
        : stop('too-large', token)
    }
    if (token.kind === 'name') return isSign('(') ? call(token) : variable(token)
    if (token.text === '(') {
      const inside = sum()
      close(token)
      return inside
    }
    return stop('value-missing', token)
  }
  function close(opened: Token): void {
    if (isSign(')')) take()
    else if (peek().kind === 'end') stop('bracket-missing', opened)
    else stop('operator-missing', peek())
  }
  function variable(token: Token): number {
    if (Object.hasOwn(FUNCTIONS, token.text)) stop('brackets-needed', token)
    const known = variables.get(token.text)
    if (known !== undefined) return known
    if (variables.size >= MOST_VARIABLES) stop('too-many-variables', token)
    const index = add({ kind: 'variable', name: token.text, span: token.span })
    variables.set(token.text, index)
    return index
  }
  function call(name: Token): number {
    const opened = take()
    const operation = Object.hasOwn(FUNCTIONS, name.text)
      ? FUNCTIONS[name.text]
      : stop('unknown-function', name)
    const inputs = [sum()]
    while (isSign(',')) {
      take()
      inputs.push(sum())
    }
    close(opened)
    if (inputs.length !== OPERATIONS[operation].inputs) stop('inputs', name)
    return operate(operation, inputs, name)
  }

  if (peek().kind === 'end') stop('empty', peek())
  sum()
  if (isSign(')')) stop('bracket-extra', peek())
  if (peek().kind !== 'end') stop('operator-missing', peek())
  return nodes
}
