import { STROKE_SETTINGS as usual, type StrokeSettings } from '../../math/strokes/settings.ts'
import { choice, defineParams, integer, number, seed, type Values } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** Columns and rows of an image. */
export const SIDE = 28
export const PIXELS = SIDE * SIDE
export const DIGITS = 10
/** Digits on one sheet. */
export const SHEET = 40

export const ONLY = ['all', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

const spread = (most: number, group: string, key: keyof StrokeSettings) =>
  number({ default: usual[key] as number, min: 0, max: most, step: 0.01, group })

export const params = defineParams({
  only: choice(ONLY, { default: 'all' }),
  stylesPerDigit: integer({ default: usual.stylesPerDigit, min: 1, max: 25, group: 'style' }),
  jitter: spread(0.15, 'style', 'jitter'),
  warp: spread(0.3, 'style', 'warp'),
  slant: number({ default: usual.slant, min: -0.6, max: 0.6, step: 0.01, group: 'posture' }),
  slantSpread: spread(0.6, 'posture', 'slantSpread'),
  rotationSpread: spread(0.6, 'posture', 'rotationSpread'),
  aspectSpread: spread(0.6, 'posture', 'aspectSpread'),
  penWidth: number({ default: usual.penWidth, min: 1.1, max: 5.2, step: 0.1, group: 'pen' }),
  penSpread: spread(0.8, 'pen', 'penSpread'),
  pressure: spread(0.8, 'pen', 'pressure'),
  noise: spread(0.5, 'pen', 'noise'),
  centring: choice(['mass', 'box'], { default: usual.centring, group: 'paper' }),
  nudged: number({ default: usual.nudged, min: 0, max: 1, step: 0.05, group: 'paper' }),
  seed: seed(),
})
export type ViewerValues = Values<typeof params>

/** How the pen wrote one image, in pixels from its left and top edge. */
export interface Trace {
  readonly digit: number
  /** Which of the digit's styles, from 0. */
  readonly style: number
  /** The pen's way and radius, sample by sample. */
  readonly x: Float32Array
  readonly y: Float32Array
  readonly radius: Float32Array
  /** Control points: x, y of each. */
  readonly controls: Float32Array
  /** The sample with which each stroke begins. */
  readonly starts: readonly number[]
}

export interface ViewerFrame {
  /** The present sheet as bytes, 255 for ink: [40, 784]. */
  readonly sheet: Uint8Array
  readonly labels: Uint8Array
  /** The mean of all images of each digit so far, as bytes; white where there is none: [10, 784]. */
  readonly means: Uint8Array
  /** The number of the sheet's first image, from 0; all before it and on it are in the means. */
  readonly from: number
  /** How the first image of the sheet was written. */
  readonly first: Trace
}

/** Asks how an image was written, by its number. */
export interface ViewerQuestion {
  readonly nth: number
}

export default defineSpec<{ frame: ViewerFrame; action: never; question: ViewerQuestion; answer: Trace }>()({
  name: 'strokes-viewer',
  params,
  presets: {
    usual: pick(usual),
    tidy: {
      ...pick(usual),
      jitter: 0.01,
      warp: 0.02,
      slantSpread: 0.05,
      rotationSpread: 0.02,
      aspectSpread: 0.05,
    },
    onePen: { ...pick(usual), penSpread: 0, pressure: 0 },
    wild: {
      ...pick(usual),
      jitter: 0.1,
      warp: 0.2,
      slantSpread: 0.4,
      rotationSpread: 0.25,
      aspectSpread: 0.4,
    },
  },
  run: {
    workload: 'plain',
    stepIs: 'round',
    metrics: { ink: { scale: 'linear', role: 'share' } },
    measureEvery: 1,
    speed: 10,
    endStep: () => 250,
  },
})

/** The settings that have a control here, but for the choice of digits. */
function pick(settings: StrokeSettings): Omit<ViewerValues, 'only' | 'seed'> {
  const { stylesPerDigit, jitter, warp, slant, slantSpread, rotationSpread, aspectSpread } = settings
  const { penWidth, penSpread, pressure, noise, centring, nudged } = settings
  return {
    stylesPerDigit,
    jitter,
    warp,
    slant,
    slantSpread,
    rotationSpread,
    aspectSpread,
    penWidth,
    penSpread,
    pressure,
    noise,
    centring,
    nudged,
  }
}
