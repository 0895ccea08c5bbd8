/**
 * The colours of `ui/tokens.css` that pixels need, as numbers, in both themes (a test holds them equal),
 * and the scales made of them. SVG uses the CSS variables themselves.
 */

export type Theme = 'light' | 'dark'
export type Rgb = readonly [red: number, green: number, blue: number]

const TOKENS = {
  light: {
    paper: '#fbfbf9',
    plate: '#ffffff',
    ink: '#15191b',
    neg: '#1c62ad',
    'neg-soft': '#9dc0e3',
    zero: '#ffffff',
    'pos-soft': '#f1b68c',
    pos: '#b94a06',
    'class-a': '#1c62ad',
    'class-b': '#b94a06',
    'class-c': '#c268bd',
    'class-d': '#e0ac00',
    'mag-0': '#ffffff',
    'mag-1': '#bfc7c6',
  },
  dark: {
    paper: '#121517',
    plate: '#16191b',
    ink: '#e8eae7',
    neg: '#5b9fe8',
    'neg-soft': '#2d62a3',
    zero: '#16191b',
    'pos-soft': '#a94c16',
    pos: '#ec8034',
    'class-a': '#5b9fe8',
    'class-b': '#ec8034',
    'class-c': '#ecbdf0',
    'class-d': '#f4e07c',
    'mag-0': '#16191b',
    'mag-1': '#454d50',
  },
} as const

/** Where a field stops on the diverging scale: the last of it is kept for marks. */
export const FIELD: Record<Theme, number> = { light: 0.72, dark: 0.56 }

export type PaletteToken = keyof (typeof TOKENS)['light']

export const paletteTokens = TOKENS

function parseHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** The colour of one token. */
export function tokenColor(theme: Theme, token: PaletteToken): Rgb {
  return parseHex(TOKENS[theme][token])
}

/** A scale of 512 colours: three bytes each, from its low end to its high end. */
export interface ColorScale {
  readonly bytes: Uint8Array
  /** The values at the two ends. */
  readonly low: number
  readonly high: number
}

const ENTRIES = 512

function ramp(stops: readonly Rgb[], low: number, high: number): ColorScale {
  const bytes = new Uint8Array(ENTRIES * 3)
  for (let entry = 0; entry < ENTRIES; entry++) {
    const at = (entry / (ENTRIES - 1)) * (stops.length - 1)
    const stop = Math.min(stops.length - 2, Math.floor(at))
    const from = stops[stop] ?? [0, 0, 0]
    const to = stops[stop + 1] ?? from
    for (let channel = 0; channel < 3; channel++) {
      const start = from[channel] ?? 0
      bytes[entry * 3 + channel] = Math.round(start + ((to[channel] ?? 0) - start) * (at - stop))
    }
  }
  return { bytes, low, high }
}

const DIVERGING: readonly PaletteToken[] = ['neg', 'neg-soft', 'zero', 'pos-soft', 'pos']

function makeScales(theme: Theme) {
  const stops = (tokens: readonly PaletteToken[]) => tokens.map((token) => tokenColor(theme, token))
  return {
    diverging: ramp(stops(DIVERGING), -1, 1),
    magnitude: ramp(stops(['mag-0', 'mag-1']), 0, 1),
    /** Ink on paper: grey images, attention, digits. */
    ink: ramp(stops(['plate', 'ink']), 0, 1),
  }
}

const SCALES = { light: makeScales('light'), dark: makeScales('dark') }
export type ScaleName = keyof ReturnType<typeof makeScales>

/**
 * A colour scale: `diverging` over −1…1 (blue, plate, orange), `magnitude` over 0…1 (plate to grey),
 * `ink` over 0…1 (plate to ink).
 */
export function colorScale(theme: Theme, name: ScaleName): ColorScale {
  return SCALES[theme][name]
}

/** Writes the colour of `value` at `offset` of an RGBA array; values beyond the ends take the ends' colours. */
export function writeColor(rgba: Uint8ClampedArray, offset: number, scale: ColorScale, value: number): void {
  const share = (value - scale.low) / (scale.high - scale.low)
  const entry = 3 * Math.round(Math.min(1, Math.max(0, Number.isNaN(share) ? 0.5 : share)) * (ENTRIES - 1))
  rgba[offset] = scale.bytes[entry] ?? 0
  rgba[offset + 1] = scale.bytes[entry + 1] ?? 0
  rgba[offset + 2] = scale.bytes[entry + 2] ?? 0
  rgba[offset + 3] = 255
}

/** The colour of a value on a scale. */
export function colorAt(scale: ColorScale, value: number): Rgb {
  const rgba = new Uint8ClampedArray(4)
  writeColor(rgba, 0, scale, value)
  return [rgba[0] ?? 0, rgba[1] ?? 0, rgba[2] ?? 0]
}

/** Contrast of two colours, 1 to 21 (WCAG 2). */
export function contrast(a: Rgb, b: Rgb): number {
  const [bright, dim] = [luminance(a), luminance(b)].sort((one, other) => other - one)
  return ((bright ?? 0) + 0.05) / ((dim ?? 0) + 0.05)
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How strongly a field shows a logit, −1…1: half tone at ±2.5, and still rising at ±20. The same logit has the same tone at every step. */
export function fieldTone(logit: number): number {
  if (!Number.isFinite(logit)) return Number.isNaN(logit) ? 0 : Math.sign(logit)
  return logit / (Math.abs(logit) + 2.5)
}

/** CSS colour of a sign. */
export function signColor(value: number): string {
  return value < 0 ? 'var(--neg)' : 'var(--pos)'
}
