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
