import { defineParams, integer, number, seed } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** A state kept for the film strip. */
export interface Still {
  readonly step: number
  /** Logits on a STRIP × STRIP grid over the plane, row 0 at the top. */
  readonly logits: Float32Array
}

export interface SpiralsFrame {
  /** Logits on a FIELD × FIELD grid over the plane, row 0 at the top: negative for class A, positive for B. */
  readonly logits: Float32Array
  /** x, y, class of each training point, one after the other. */
  readonly points: Float32Array
  readonly strip: readonly Still[]
}

/** The picture's coordinates run over [−EDGE, EDGE]². */
export const EDGE = 1
export const FIELD = 72
export const STRIP = 24
/** The steps whose states the film strip keeps. */
export const STRIP_STEPS = [0, 30, 120, 260, 500, 1000, 2000] as const

export default defineSpec<{ frame: SpiralsFrame; action: never; question: never; answer: never }>()({
  name: 'spirals',
  params: defineParams({
    rate: number({ default: 0.005, min: 1e-4, max: 1, scale: 'log', live: true, symbol: 'η' }),
    noise: number({ default: 0.22, min: 0, max: 1, step: 0.01 }),
    units: integer({ default: 10, min: 2, max: 16 }),
    seed: seed({ default: 5 }),
  }),
  run: {
    workload: 'tiny',
    stepIs: 'update',
    metrics: {
      train: { scale: 'log', role: 'train' },
      test: { scale: 'log', role: 'test' },
      accuracy: { scale: 'linear', role: 'share', hidden: true },
    },
    measureEvery: 5,
    speed: 60,
    endStep: () => 2000,
  },
})
