import { formatNumber } from '../../../i18n/number.ts'
import type strings from '../strings.ts'

export type Text = (typeof strings)['en']['text']

/** Puts values in the places that a text keeps for them: `{n}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
}

/** Two decimals; what rounds to nothing is nothing. */
export const two = (value: number): string => formatNumber(Math.round(value * 100) / 100, { digits: 2 })
