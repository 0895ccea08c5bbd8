import type { Download } from '../../../protocol/spec.ts'

/** How a hidden unit behaves on the training points: bits of `PlaygroundFrame.health`. */
export const DEAD = 1
export const SATURATED = 2

export interface LayerFrame {
  /** [from, units], row after row. */
  readonly kernel: Float32Array
  readonly bias: Float32Array
  /** Batch normalisation as it is used after training: z = scale · (x W + b) + shift. Empty without. */
  readonly scale: Float32Array
  readonly shift: Float32Array
  /** The layer's answers over the plane, MAP × MAP for each unit: 1 … 255 for −limit … limit. Empty for the output layer. */
  readonly maps: Uint8Array
  readonly limit: number
  /** For each unit, 0 or one of the above. */
  readonly health: Uint8Array
}

/** Of one layer: how its answers to the training points are spread, and the sizes of its weights' gradients. */
export interface Spread {
  readonly answers: Int32Array
  /** By log10 |g|, from GRADIENT_DOMAIN's low end to its high one. */
  readonly gradients: Int32Array
  /** The share of gradients that are exactly 0. */
  readonly zeros: number
}

export interface PlaygroundFrame {
  /** 0 for regression. */
  readonly classes: number
  /** For each output FIELD × FIELD numbers, row 0 at the top: one logit (negative for A, positive for B), one score for each class, or a prediction. */
  readonly field: Float32Array
  /** x, y and class or number, one point after the other. */
  readonly train: Float32Array
  readonly test: Float32Array
  readonly layers: readonly LayerFrame[]
  readonly loss: { readonly train: number; readonly test: number }
  /** Share of points put right; for regression R², the share of the variance explained. */
  readonly score: { readonly train: number; readonly test: number }
  /** Test points by class (row) and answer (column); empty for regression. */
  readonly confusion: Int32Array
  /** Asked for by the panel that shows it; else empty. The ends of the answers' histogram are ± `reach`. */
  readonly spreads: readonly Spread[]
  readonly reach: number
  /** The rate of the next update. */
  readonly rate: number
  /** Updates are made by fused code. */
  readonly fused: boolean
}

export type Action =
  | {
      readonly kind: 'weight'
      readonly layer: number
      readonly from: number
      readonly to: number
      readonly value: number
    }
  | { readonly kind: 'bias'; readonly layer: number; readonly to: number; readonly value: number }

/** For the export dialog: each gives files. */
export type Question = { readonly kind: 'model' | 'json' | 'points' }
export type Answer = Download

export interface PlaygroundTraffic {
  readonly frame: PlaygroundFrame
  readonly action: Action
  readonly question: Question
  readonly answer: Answer
}
