import { loadStrokes } from '../../core/datasets/strokes.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import { toBytes } from '../../math/image.ts'
import type { WrittenDigit } from '../../math/strokes/strokes.ts'
import spec, { DIGITS, PIXELS, SHEET, type Trace } from './spec.ts'

interface Saved {
  readonly sheets: number
  readonly sums: Float64Array
  readonly counts: Float64Array
}

/** Writes one sheet of digits after another, and keeps the mean of each digit. Nothing is trained. */
export default defineExperiment(spec, {
  async create(values) {
    const { only, seed, ...settings } = values
    const strokes = await loadStrokes(seed, settings)
    // Every ten images hold each digit once: the n-th of one kind is in the n-th ten.
    const indexOf = (nth: number): number => {
      if (only === 'all') return nth
      const ten = nth * DIGITS
      let at = ten
      while (strokes.label(at) !== Number(only)) at++
      return at
    }
    let sheets = 0
    let sums = new Float64Array(DIGITS * PIXELS)
    let counts = new Float64Array(DIGITS)
    const sheet = new Float32Array(SHEET * PIXELS)
    const labels = new Uint8Array(SHEET)

    const write = (): void => {
      for (let place = 0; place < SHEET; place++) {
        const index = indexOf(sheets * SHEET + place)
        labels[place] = strokes.label(index)
        strokes.draw(index, sheet, place * PIXELS)
      }
    }
    const takeIn = (): void => {
      for (let place = 0; place < SHEET; place++) {
        counts[labels[place]]++
        const sum = labels[place] * PIXELS
        for (let i = 0; i < PIXELS; i++) sums[sum + i] += sheet[place * PIXELS + i]
      }
    }
    const trace = (nth: number): Trace => toTrace(strokes.trace(indexOf(nth)))
    write()
    takeIn()

    return {
      step() {
        sheets++
        write()
        takeIn()
      },
      measure: () => ({ ink: sheet.reduce((sum, ink) => sum + ink, 0) / sheet.length }),
      frame: () => ({
        sheet: toBytes(sheet),
        labels: labels.slice(),
        means: toBytes(sums.map((sum, i) => sum / Math.max(1, counts[Math.floor(i / PIXELS)]))),
        from: sheets * SHEET,
        first: trace(sheets * SHEET),
      }),
      ask: ({ nth }) => trace(Math.max(0, Math.round(nth))),
      save: (): Saved => ({ sheets, sums: sums.slice(), counts: counts.slice() }),
      restore(checkpoint) {
        const saved = checkpoint as Saved
        sheets = saved.sheets
        sums = saved.sums.slice()
        counts = saved.counts.slice()
        write()
      },
      dispose: () => undefined,
    }
  },
})

function toTrace({ digit, style, x, y, radius, controls, starts }: WrittenDigit): Trace {
  return {
    digit,
    style,
    x: Float32Array.from(x),
    y: Float32Array.from(y),
    radius: Float32Array.from(radius),
    controls: Float32Array.from(controls),
    starts: [...starts],
  }
}
