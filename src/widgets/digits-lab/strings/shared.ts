import { formatNumber } from '../../../i18n/number.ts'
import type { LabValues } from '../spec/params.ts'
import type { LabFrame } from '../spec/traffic.ts'
import type { text } from './en.ts'

export type Text = Readonly<Record<keyof typeof text, string>>

/** What a summary is told. */
export interface Summarized {
  readonly values: LabValues
  readonly members: readonly { readonly id: string; readonly frame: LabFrame | null }[]
  readonly step: number
}

/** A share of 1, in percent. */
export const percent = (share: number | undefined): string =>
  share === undefined ? '—' : `${formatNumber(100 * share, { digits: 1, trim: true })}%`

/** Puts values in the places that a text keeps for them: `{n}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
}
