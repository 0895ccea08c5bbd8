import { createContext } from 'react'

/** How large a figure is drawn: `big` on a projector (nothing under 22 px at 1024 × 768), `small` on a phone. */
export interface FigureScaleValue {
  readonly big: boolean
  readonly small: boolean
}

export const NORMAL_SCALE: FigureScaleValue = { big: false, small: false }
export const FigureScale = createContext<FigureScaleValue>(NORMAL_SCALE)

/** Sizes in px of what surrounds data. */
export interface Metrics {
  readonly tick: number
  readonly label: number
  readonly tickGap: number
  readonly left: number
  readonly bottom: number
  readonly top: number
  readonly right: number
  readonly row: number
  readonly ring: number
  readonly train: number
  readonly test: number
  readonly reference: number
  readonly yours: number
}

/** Type and stroke sizes; strokes as in the book: 2 train, 1.75 test and reference, 2.75 yours. */
export function metricsOf(big: boolean): Metrics {
  return big
    ? {
        tick: 22,
        label: 24,
        tickGap: 12,
        left: 64,
        bottom: 56,
        top: 8,
        right: 8,
        row: 28,
        ring: 14,
        train: 3.5,
        test: 3,
        reference: 3,
        yours: 5,
      }
    : {
        tick: 13,
        label: 14,
        tickGap: 9,
        left: 40,
        bottom: 36,
        top: 8,
        right: 1,
        row: 17,
        ring: 9,
        train: 2,
        test: 1.75,
        reference: 1.75,
        yours: 2.75,
      }
}

const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/

/** An estimate of a line's width in Source Sans, good to a few percent; needs no page. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const letter of text)
    ems += WIDE.test(letter)
      ? 1
      : /[.,:;'’|!il\u2009 ]/.test(letter)
        ? 0.26
        : /[mwMW%@—]/.test(letter)
          ? 0.8
          : 0.52
  return ems * size
}
