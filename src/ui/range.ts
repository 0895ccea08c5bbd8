/** Where a value stands on a slider, and back. Pure. */
import { decimalsOf, formatNumber, formatExponent } from '../i18n/number.ts'

export interface Range {
  readonly min: number
  readonly max: number
  /** Default linear. Log needs min > 0. */
  readonly scale?: 'linear' | 'log'
  /** Whole numbers only. */
  readonly integer?: boolean
  /** Smallest change, linear only. Default: a hundredth of a round span. */
  readonly step?: number
}

/** The native range input counts in these. */
export const POSITIONS = 1000

/** Share of the way from min to max, 0…1, kept inside. */
export function shareOf(value: number, range: Range): number {
  const { min, max } = range
  const share = isLog(range)
    ? Math.log(Math.max(value, min) / min) / Math.log(max / min)
    : (value - min) / (max - min)
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0
}

/** The round value at a share of the way. */
export function valueAt(share: number, range: Range): number {
  const { min, max } = range
  const inside = Math.min(1, Math.max(0, share))
  return snap(isLog(range) ? min * (max / min) ** inside : min + inside * (max - min), range)
}

/** The nearest value the control can take: inside the range, on the step, two significant digits on a log scale. */
export function snap(value: number, range: Range): number {
  const { min, max } = range
  const inside = Math.min(max, Math.max(min, value))
  if (inside === min || inside === max) return range.integer ? Math.round(inside) : inside
  if (range.integer) return Math.round(inside)
  if (isLog(range)) return clamp(Number(inside.toPrecision(2)), range)
  const step = stepOf(range)
  return clamp(Number((min + Math.round((inside - min) / step) * step).toFixed(decimalsOf(step) + 2)), range)
}

/** Only the limits: what a typed value obeys. */
export function clamp(value: number, { min, max }: Range): number {
  return Math.min(max, Math.max(min, value))
}

/** The step of a linear slider: given, or a hundredth of the span brought to 1, 2 or 5 times a power of ten. */
export function stepOf(range: Range): number {
  if (range.integer) return 1
  if (range.step !== undefined && range.step > 0) return range.step
  const rough = (range.max - range.min) / 100
  if (!(rough > 0) || !Number.isFinite(rough)) return 1
  const power = 10 ** Math.floor(Math.log10(rough))
  const digit = rough / power
  return Number(((digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power).toPrecision(1))
}

/**
 * The value after a key: arrows move one step (on a log scale a fortieth of a decade or the next round value),
 * page keys ten, home and end to the limits. Null for other keys.
 */
export function valueAfterKey(key: string, value: number, range: Range): number | null {
  const direction = key === 'ArrowRight' || key === 'ArrowUp' || key === 'PageUp' ? 1 : -1
  switch (key) {
    case 'Home':
      return range.min
    case 'End':
      return range.max
    case 'ArrowLeft':
    case 'ArrowDown':
    case 'ArrowRight':
    case 'ArrowUp':
      return moveBy(value, direction, range)
    case 'PageUp':
    case 'PageDown':
      return moveBy(value, direction * 10, range)
    default:
      return null
  }
}

/** `steps` single steps on; on a log scale 20 steps make a decade. Never sticks on a rounded value. */
export function moveBy(value: number, steps: number, range: Range): number {
  if (!isLog(range)) return snap(value + steps * stepOf(range), range)
  const wanted = snap(value * 10 ** (steps / 20), range)
  if (wanted !== value || steps === 0) return wanted
  if (range.integer) return clamp(value + Math.sign(steps), range)
  const unit = 10 ** (Math.floor(Math.log10(value) + 1e-9) - 1)
  return snap(value + Math.sign(steps) * unit, range)
}

function isLog(range: Range): boolean {
  return range.scale === 'log' && range.min > 0
}

/** A slider's value as text: two significant digits at least on a log scale, the step's decimals on a linear one. */
export function formatValue(value: number, range: Range): string {
  if (range.integer) return formatNumber(value)
  if (isLog(range)) return formatNumber(value, value >= 100 || hasMoreDigits(value) ? {} : { significant: 2 })
  const decimals = decimalsOf(stepOf(range))
  const rounded = Number(value.toFixed(decimals))
  return formatNumber(value, Math.abs(rounded - value) > 1e-12 * Math.abs(value) ? {} : { digits: decimals })
}

// A typed 0.0125 must not be shown as 0.013.
function hasMoreDigits(value: number): boolean {
  return Math.abs(Number(value.toPrecision(2)) - value) > 1e-9 * Math.abs(value)
}

/** Numbers under a slider: decades on a log scale, thinned to at most five; else the ends and, where it is round, the middle. */
export function rangeTicks(range: Range): { share: number; text: string; exponent: string }[] {
  const plain = (value: number) => ({ share: shareOf(value, range), text: formatNumber(value), exponent: '' })
  if (!isLog(range)) {
    const middle = (range.min + range.max) / 2
    // 8.5 between 1 and 16 would be clutter; 0.5 between 0 and 1 helps.
    const round = countDigits(middle) <= Math.max(countDigits(range.min), countDigits(range.max), 1)
    return (
      round && (!range.integer || Number.isInteger(middle))
        ? [range.min, middle, range.max]
        : [range.min, range.max]
    ).map(plain)
  }
  const first = Math.ceil(Math.log10(range.min) - 1e-9)
  const last = Math.floor(Math.log10(range.max) + 1e-9)
  if (last - first < 1) return [range.min, range.max].map(plain)
  const stride = Math.ceil((last - first) / 4)
  const ticks: { share: number; text: string; exponent: string }[] = []
  for (let power = first; power <= last; power += stride) {
    const value = Number(`1e${power}`)
    if (power >= -1 && power <= 3) ticks.push(plain(value))
    else ticks.push({ share: shareOf(value, range), text: '10', exponent: formatExponent(power) })
  }
  return ticks
}

/** Significant digits of a number as it is written: 0.5 → 1, 100 → 1, 31 → 2. */
function countDigits(value: number): number {
  const digits = Number(value.toPrecision(10)).toExponential().split('e')[0] ?? ''
  return value === 0 ? 0 : digits.replace(/[-.]/g, '').length
}
