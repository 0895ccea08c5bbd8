import { formatNumber } from '../../../i18n/number.ts'
import { orderFeatures, type PlaneFeatureId } from '../../../math/planeFeature.ts'
import type { text } from '../strings/enText.ts'

export type Text = Readonly<Record<keyof typeof text, string>>

/** Puts values in the places that a text keeps for them: `{n}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
}

export const CLASS_LETTERS = ['A', 'B', 'C', 'D'] as const

/** Symbols of the inputs as pictures write them. */
const SYMBOLS: Readonly<Record<PlaneFeatureId, string>> = {
  x: 'x_1',
  y: 'x_2',
  xx: 'x_1²',
  yy: 'x_2²',
  xy: 'x_1x_2',
  'sin-x': 'sin πx_1',
  'sin-y': 'sin πx_2',
}
export const inputSymbols = (features: readonly PlaneFeatureId[]): string[] =>
  orderFeatures(features).map((id) => SYMBOLS[id])

/** Names of the functions in formulas. */
export const FUNCTIONS: Readonly<Record<string, string>> = {
  tanh: 'tanh',
  relu: 'ReLU',
  sigmoid: 'σ',
  'leaky-relu': 'LeakyReLU',
  elu: 'ELU',
  selu: 'SELU',
  gelu: 'GELU',
  silu: 'SiLU',
  mish: 'mish',
  softplus: 'softplus',
  softsign: 'softsign',
}

/** A number to read in passing: three significant digits. */
export const short = (value: number): string => formatNumber(value, { significant: 3, trim: true })

export const percent = (share: number): string => `${formatNumber(100 * share, { digits: 1, trim: true })}%`

/** A unit of the picture: layer 0 holds the inputs, the last the outputs. */
export interface Pin {
  readonly layer: number
  readonly index: number
}
