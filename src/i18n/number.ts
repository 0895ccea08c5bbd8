/** One format for numbers in sliders, pictures, tables and text. No Intl, so server and client agree to the byte. */

export interface NumberFormat {
  /** Digits after the point, kept even when zero: 0.90. */
  digits?: number
  /** Significant digits, kept even when zero: 0.030. Ignored when `digits` is given. */
  significant?: number
  /** Drop zeros at the end of the fraction. Default: only when neither `digits` nor `significant` is given. */
  trim?: boolean
  /** A value that is not a number: a dash (default), or words. */
  nan?: 'dash' | 'words'
  locale?: 'en' | 'zh'
}

export const MINUS = '−'
export const THIN_SPACE = '\u2009'
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const NOT_A_NUMBER = { en: 'not a number', zh: '不是数' }

/** Below this a number is written with a power of ten… */
const SMALLEST_PLAIN = 1e-4
/** …and from this on. */
const SMALLEST_LARGE = 1e7
const DEFAULT_SIGNIFICANT = 4

/** −3 → "⁻³" */
export function formatExponent(exponent: number): string {
  const digits = Math.abs(exponent).toFixed(0)
  return (exponent < 0 ? '⁻' : '') + digits.replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)))
}

/**
 * Writes a number as the book does: true minus, thin spaces in thousands (from 1 000), a power of ten with
 * superscripts below 10⁻⁴ and from 10⁷, ∞ for infinity, a dash for what is not a number.
 *
 * Without options: at most four significant digits, integers in full, no zeros at the end.
 */
export function formatNumber(value: number, options: NumberFormat = {}): string {
  if (Number.isNaN(value)) return options.nan === 'words' ? NOT_A_NUMBER[options.locale ?? 'en'] : '—'
  const sign = value < 0 ? MINUS : ''
  const size = Math.abs(value)
  if (size === Infinity) return sign + '∞'
  const { digits } = options
  const trim = options.trim ?? (digits === undefined && options.significant === undefined)
  if (size === 0) return digits !== undefined && !trim ? (0).toFixed(digits) : '0'

  const tooFine = size < SMALLEST_PLAIN && (digits === undefined || size < 0.5 * 10 ** -digits)
  if (tooFine || size >= SMALLEST_LARGE) {
    return (
      sign +
      formatPower(size, options.significant ?? (digits === undefined ? 3 : 2), trim || digits !== undefined)
    )
  }
  const plain = digits === undefined ? toSignificant(size, options.significant) : size.toFixed(digits)
  const [whole = '', fraction = ''] = plain.split('.')
  const kept = trim ? fraction.replace(/0+$/, '') : fraction
  // −0.04 with one decimal is 0.0, not −0.0.
  const shown = /[1-9]/.test(plain) ? sign : ''
  return shown + groupThousands(whole) + (kept === '' ? '' : '.' + kept)
}

/** 0.00016 → "1.6 × 10⁻⁴"; 0.0001 → "10⁻⁴". */
function formatPower(size: number, significant: number, trim: boolean): string {
  const [mantissa = '1', exponent = '0'] = size.toExponential(Math.max(0, significant - 1)).split('e')
  const kept = trim ? mantissa.replace(/\.?0+$/, '') : mantissa
  const power = '10' + formatExponent(Number(exponent))
  return Number(kept) === 1 ? power : `${kept} × ${power}`
}

function toSignificant(size: number, significant: number | undefined): string {
  if (significant === undefined && Number.isInteger(size)) return size.toFixed(0)
  const count = significant ?? DEFAULT_SIGNIFICANT
  // Rounding first decides the decimals: 0.9996 with three digits is 1.00, not 1.000.
  const rounded = Number(size.toPrecision(count))
  const magnitude = Math.floor(Math.log10(rounded) + 1e-12)
  return size.toFixed(Math.min(20, Math.max(0, count - 1 - magnitude)))
}

function groupThousands(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE)
}

/** How many decimals a slider with this step needs: 0.05 → 2. */
export function decimalsOf(step: number): number {
  if (!(step > 0) || !Number.isFinite(step)) return 0
  for (let decimals = 0; decimals < 10; decimals++) {
    const scaled = step * 10 ** decimals
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, scaled)) return decimals
  }
  return 10
}

const FULL_WIDTH: Record<string, string> = {
  '．': '.',
  '。': '.',
  '，': ',',
  '＋': '+',
  '－': '-',
  '（': '(',
  '）': ')',
  '％': '%',
  '＾': '^',
  '／': '/',
}
const SUPERSCRIPT_RUN = /[⁺⁻⁰¹²³⁴-⁹]+/g

/** Everything a reader may type for a number, brought to plain ASCII without spaces. */
function toAscii(text: string): string {
  return text
    .replace(
      SUPERSCRIPT_RUN,
      (run) =>
        '^' +
        run
          .replace(/⁺/g, '')
          .replace(/⁻/g, '-')
          .replace(/[⁰¹²³⁴-⁹]/g, (c) => String(SUPERSCRIPTS.indexOf(c))),
    )
    .replace(/[０-９]/g, (c) => String(c.charCodeAt(0) - 0xff10))
    .replace(/[ｅＥ]/g, 'e')
    .replace(/[．。，＋－（）％＾／]/g, (c) => FULL_WIDTH[c] ?? c)
    .replace(/[−–—‒]/g, '-')
    .replace(/\s|\u2009|\u202f|\u00a0|_/g, '')
    .toLowerCase()
}

const DECIMAL = String.raw`(?:\d+\.?\d*|\.\d+)`
const PLAIN = new RegExp(String.raw`^([+-]?)(${DECIMAL})(?:e([+-]?\d+))?(%?)$`)
const POWER = new RegExp(String.raw`^([+-]?)(?:(${DECIMAL})[x×*·])?10(?:\^|\*\*)\(?([+-]?\d+)\)?$`)
const INFINITE = /^([+-]?)(?:∞|inf|infinity|无穷|无穷大)$/

/**
 * Reads a number a reader typed: `-0.5`, `−0.5`, `1 000`, `1,000`, `0,5`, `1e-3`, `10^-3`, `1.6 × 10⁻⁴`, `３．５`, `5%`, `∞`.
 * A comma groups thousands when exactly three digits follow each one, else it is the decimal comma.
 * Returns null for anything else; never throws.
 */
export function parseNumber(text: string): number | null {
  let plain = toAscii(text)
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)) plain = plain.replace(/,/g, '')
  else if (/^[^,.]*,[^,.]*$/.test(plain)) plain = plain.replace(',', '.')
  const infinite = INFINITE.exec(plain)
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity
  const power = POWER.exec(plain)
  if (power) return finish(power[1], `${power[2] ?? '1'}e${power[3] ?? '0'}`)
  const match = PLAIN.exec(plain)
  if (!match) return null
  const value = finish(match[1], `${match[2] ?? ''}e${match[3] ?? '0'}`)
  return match[4] === '%' ? value / 100 : value
}

function finish(sign: string | undefined, digits: string): number {
  const size = Number(digits)
  return sign === '-' && size !== 0 ? -size : size
}

/** Splits a formatted number before its superscripts, for pictures and pages that raise digits themselves. */
export function splitPower(text: string): { base: string; exponent: string } {
  const match = /^(.*?)([⁻⁰¹²³⁴-⁹]+)$/.exec(text)
  if (!match) return { base: text, exponent: '' }
  const exponent = (match[2] ?? '')
    .replace('⁻', MINUS)
    .replace(/[⁰¹²³⁴-⁹]/g, (c) => String(SUPERSCRIPTS.indexOf(c)))
  return { base: match[1] ?? '', exponent }
}

/** A share of 1, in percent; a dash where there is none. */
export const formatPercent = (share: number | undefined): string =>
  share === undefined ? '—' : `${formatNumber(100 * share, { digits: 1, trim: true })}%`
