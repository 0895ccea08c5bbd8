import type { Span } from './graph.ts'
import { SyntaxStop } from './problem.ts'

export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end'
  /** Signs in one spelling: + - * / ^ ( ) , */
  readonly text: string
  readonly span: Span
}

/** Other spellings of the signs, those of a Chinese keyboard among them. */
const SIGNS: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '－': '-',
  '＋': '+',
  '×': '*',
  '·': '*',
  '⋅': '*',
  '＊': '*',
  '÷': '/',
  '／': '/',
  '＾': '^',
  '（': '(',
  '）': ')',
  '，': ',',
}
const TOKEN =
  /(\s+)|((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|([a-z_]\w*)|(\*\*|[-−–－+＋*×·⋅＊/÷／^＾()（）,，])/iuy

/** Cuts a text into tokens; the last is `end`. Throws a `SyntaxStop` at a character that belongs to none. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    if (!match) {
      const found = String.fromCodePoint(text.codePointAt(at) ?? 0)
      throw new SyntaxStop('character', { from: at, to: at + found.length }, found)
    }
    const [whole, space, number, name] = match
    const span = { from: at, to: at + whole.length }
    at = span.to
    if (space !== undefined) continue
    if (number !== undefined) tokens.push({ kind: 'number', text: number, span })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, span })
    else tokens.push({ kind: 'sign', text: whole === '**' ? '^' : (SIGNS[whole] ?? whole), span })
  }
  tokens.push({ kind: 'end', text: '', span: { from: text.length, to: text.length } })
  return tokens
}
