import { parseRows } from '../../../math/kernels.ts'
import learned from './learned.json'

/** The filters that networks of the digits lab have in their first layer once they read digits; `npm run kernels` trains them. */
export const LEARNED = [
  'learned-1',
  'learned-2',
  'learned-3',
  'learned-4',
  'learned-5',
  'learned-6',
  'learned-7',
  'learned-8',
] as const
export type LearnedId = (typeof LEARNED)[number]

export const isLearned = (id: string): id is LearnedId => (LEARNED as readonly string[]).includes(id)

/** Rows of a learned filter of 3 × 3 or of 5 × 5: those of two networks, which have nothing to do with one another. */
export function learnedRows(id: LearnedId, size: '3' | '5'): readonly (readonly number[])[] {
  return parseRows(learned[size === '3' ? 'small' : 'large'].kernels[LEARNED.indexOf(id)] ?? '')
}
