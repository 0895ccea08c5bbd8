import { ticks as linearTicks } from 'd3-array'
import { decimalsOf, formatExponent, formatNumber } from '../i18n/number.ts'
import type { Interval } from './pixels.ts'

export interface Tick {
  readonly value: number
  readonly text: string
}

/** Three to five round values inside a linear domain; fewer where `most` is smaller. */
export function chooseTicks([low, high]: Interval, most = 5): number[] {
  if (!(high > low) || !Number.isFinite(high - low)) return Number.isFinite(low) ? [low] : []
  for (let count = most; count >= 1; count--) {
    const values = linearTicks(low, high, count)
    if (values.length <= most) return values
  }
  return linearTicks(low, high, 1)
}

/** Round values inside a log domain: decades, thinned to at most `most`; 1, 2, 5 where there are fewer than two. */
export function chooseLogTicks([low, high]: Interval, most = 5): number[] {
  if (!(low > 0) || !(high > low) || !Number.isFinite(high))
    return low > 0 && Number.isFinite(low) ? [low] : []
  const first = Math.ceil(Math.log10(low) - 1e-9)
  const last = Math.floor(Math.log10(high) + 1e-9)
  const decades = last - first + 1
  if (decades >= 2) {
    const stride = Math.ceil((decades - 1) / (most - 1)) || 1
    // Counting from a multiple of the stride keeps ticks in place while a domain grows; 1 stays among them.
    const values: number[] = []
    for (let power = Math.ceil(first / stride) * stride; power <= last; power += stride)
      values.push(powerOfTen(power))
    return values.length >= 2 ? values : [powerOfTen(first), powerOfTen(last)]
  }
  const fine: number[] = []
  for (let power = first - 1; power <= last; power++) {
    for (const digit of [1, 2, 5]) {
      const value = Number(`${digit}e${power}`)
      if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) fine.push(value)
    }
  }
  return fine.length >= 2 ? fine : chooseTicks([low, high], Math.min(3, most)).filter((value) => value > 0)
}

function powerOfTen(power: number): number {
  return Number(`1e${power}`)
}

/** One form for all ticks of an axis: as many decimals as its step needs, a shared power of ten only at the extremes. */
export function formatTicks(values: readonly number[], log: boolean): string[] {
  if (log && values.every(isDecade)) {
    const plain = values.every((value) => value >= 0.00999 && value <= 10_001)
    return values.map((value) => (plain ? formatNumber(value) : formatDecade(value)))
  }
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const step = values.length > 1 ? Math.abs((values[1] ?? 0) - (values[0] ?? 0)) : largest
  if (largest >= 1e6 || (largest > 0 && largest < 1e-3)) {
    const significant = Math.max(2, Math.ceil(Math.log10(largest / step) - 1e-9) + 1)
    return values.map((value) => formatNumber(value, { significant: Math.min(15, significant), trim: true }))
  }
  const decimals = log ? undefined : decimalsOf(step)
  return values.map((value) =>
    formatNumber(
      value,
      decimals === undefined ? { significant: 3, trim: true } : { digits: decimals, trim: value === 0 },
    ),
  )
}

function isDecade(value: number): boolean {
  const power = Math.log10(value)
  return Math.abs(power - Math.round(power)) < 1e-6
}

/** 0.001 → 10⁻³; 1 and 10 stay plain. */
export function formatDecade(value: number): string {
  const power = Math.round(Math.log10(value))
  return power === 0 ? '1' : power === 1 ? '10' : '10' + formatExponent(power)
}
