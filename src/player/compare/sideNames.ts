import type { FigureState } from '../useFigure.ts'

/** The two settings of a comparison, in every language. */
export const SIDE_LETTERS = ['A', 'B'] as const

export const letterOf = (side: number): string => SIDE_LETTERS[side] ?? ''

/** A setting's name, said of one of two. */
export const ofSide = (side: number, name: string): string => `${letterOf(side)} · ${name}`

/** What tells one run of the figure from the others: its setting, its own name, or both. Undefined where there is but one. */
export function runName({ text, comparing, shown }: FigureState, run: number): string | undefined {
  const member = shown.members[run]
  if (member === undefined) return undefined
  const name = text.member?.(member.id) ?? member.id
  const siblings = shown.members.filter(({ side }) => side === member.side).length
  if (!comparing) return siblings > 1 ? name : undefined
  return siblings > 1 ? ofSide(member.side, name) : letterOf(member.side)
}

/** The same as an id, for a table that programs read. */
export function runId({ comparing, shown }: FigureState, run: number): string {
  const member = shown.members[run]
  if (member === undefined) return ''
  const siblings = shown.members.filter(({ side }) => side === member.side).length
  return [
    ...(comparing ? [letterOf(member.side)] : []),
    ...(siblings > 1 || !comparing ? [member.id] : []),
  ].join('.')
}
