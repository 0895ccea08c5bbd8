import { formatNumber } from '../../../i18n/number.ts'
import type { text } from './en.ts'

export type Text = Readonly<Record<keyof typeof text, string>>

/** So many decimals; an exact 0 has none, so that what a ReLU has cut off is told from what is merely small. */
export function decimals(value: number, digits = 2): string {
  if (value === 0) return '0'
  return Math.abs(value) < 0.5 * 10 ** -digits ? (0).toFixed(digits) : formatNumber(value, { digits })
}
