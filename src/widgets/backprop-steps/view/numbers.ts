import { formatNumber } from '../../../i18n/number.ts'

const SMALL = 0.1
const LEAST = 5e-5

/** In the tables: three decimals, four for small numbers; what would round to none of them is said to be near 0. */
export function show(value: number): string {
  if (value !== 0 && Math.abs(value) < LEAST) return '≈ 0'
  return formatNumber(value, Math.abs(value) < SMALL && value !== 0 ? { digits: 4 } : { digits: 3 })
}

/** In formulas: four decimals without zeros at the end, in brackets when negative. */
export function within(value: number): string {
  const text = plainly(value)
  return value < 0 && text !== '0' ? `(${text})` : text
}
export const plainly = (value: number): string => formatNumber(value, { digits: 4, trim: true })
