import type { IntegerParam, NumberParam, ParamOptions, Read, Scale, SeedParam } from '../param.ts'

export const clamp = (x: number, min: number, max: number): number => Math.min(max, Math.max(min, x))

/** A finite number from a number or its text; undefined for anything else. ±∞ is kept, to be clamped. */
function toNumber(raw: unknown): number | undefined {
  const x =
    typeof raw === 'number' ? raw : typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : Number.NaN
  return Number.isNaN(x) ? undefined : x
}

/** Reads a number into [min, max]; `fallback` for what is none. */
export function readNumber(
  raw: unknown,
  fallback: number,
  min: number,
  max: number,
  integer: boolean,
): Read<number> {
  const x = toNumber(raw)
  if (x === undefined) return { value: fallback, problem: 'wrong-type' }
  const clamped = clamp(x, min, max)
  const value = (integer ? Math.round(clamped) : clamped) + 0 || 0 // −0 becomes 0, so that text and value agree
  return value === x || (value === 0 && x === 0) ? { value } : { value, problem: 'out-of-range' }
}

/** A number in [min, max], uniform on the scale. */
export function sampleNumber(random: () => number, min: number, max: number, scale: Scale): number {
  const u = random()
  return scale === 'log' && min > 0
    ? clamp(min * (max / min) ** u, min, max)
    : clamp(min + u * (max - min), min, max)
}

interface NumberDetails extends ParamOptions {
  readonly default: number
  readonly min: number
  readonly max: number
  readonly scale?: Scale
  readonly step?: number
}

/** A real number in [min, max]; `scale: 'log'` needs min > 0. */
export function number(o: NumberDetails): NumberParam {
  const scale = o.scale ?? 'linear'
  return {
    ...o,
    kind: 'number',
    scale,
    read: (raw) => readNumber(raw, o.default, o.min, o.max, false),
    write: String,
    sample: (random) => sampleNumber(random, o.min, o.max, scale) + 0 || 0,
  }
}

/** A whole number in [min, max]. */
export function integer(o: NumberDetails): IntegerParam {
  const scale = o.scale ?? 'linear'
  return {
    ...o,
    kind: 'integer',
    scale,
    read: (raw) => readNumber(raw, o.default, o.min, o.max, true),
    write: String,
    sample: (random) => Math.round(sampleNumber(random, o.min, o.max, scale)) + 0 || 0,
  }
}

/** The largest seed: it still reads aloud, and fits the generators' 32 bits. */
export const MAX_SEED = 999_999

/** The seed of every random draw in the run. */
export function seed(o: Partial<NumberDetails> = {}): SeedParam {
  const full = { ...o, default: o.default ?? 1, min: 0, max: MAX_SEED }
  const { read, write, sample } = integer(full)
  return { ...full, kind: 'seed', read, write, sample }
}
