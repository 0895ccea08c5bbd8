import { expect, it } from 'vitest'
import { makeRng } from '../../../src/math/rng.ts'
import { STROKE_SETTINGS } from '../../../src/math/strokes/settings.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/strokes-viewer/experiment.ts'
import {
  DIGITS,
  PIXELS,
  SHEET,
  SIDE,
  type Trace,
  type ViewerValues,
} from '../../../src/widgets/strokes-viewer/spec.ts'

const { spec } = experiment
const defaults = defaultValues(spec.params)
const look = { values: {}, width: 624 }
const open = async (changed: Partial<ViewerValues> = {}) =>
  experiment.create({ ...defaults, ...changed }, { rng: makeRng(1), backend: 'cpu', member: 0 })

it('begins as the data set is used, and each preset sets every knob', () => {
  for (const [key, value] of Object.entries(STROKE_SETTINGS))
    if (key in defaults) expect(defaults[key as keyof ViewerValues], key).toBe(value)
  const knobs = Object.keys(defaults).filter((key) => key !== 'only' && key !== 'seed')
  for (const preset of Object.values(spec.presets ?? {}))
    expect(Object.keys(preset).sort()).toEqual(knobs.sort())
})

it('shows each digit as often as the others, or one alone, sheet after sheet', async () => {
  const all = await open()
  expect([...(await all.frame(look)).labels].sort()).toEqual(
    Array.from({ length: SHEET }, (_, i) => Math.floor((i * DIGITS) / SHEET)),
  )
  const sevens = await open({ only: '7' })
  const first = await sevens.frame(look)
  await sevens.step()
  const second = await sevens.frame(look)
  for (const { labels } of [first, second]) expect(new Set(labels)).toEqual(new Set([7]))
  expect([...second.sheet]).not.toEqual([...first.sheet])
  expect([first.from, second.from]).toEqual([0, SHEET])
})

it('knows the mean of everything written so far', async () => {
  const run = await open({ only: '3' })
  const sum = new Float64Array(PIXELS)
  for (let sheet = 0; sheet < 3; sheet++) {
    if (sheet > 0) await run.step()
    const frame = await run.frame(look)
    frame.sheet.forEach((byte, i) => (sum[i % PIXELS] += byte))
  }
  const { means } = await run.frame(look)
  for (let i = 0; i < PIXELS; i++)
    expect(Math.abs(means[3 * PIXELS + i] - sum[i] / (3 * SHEET))).toBeLessThanOrEqual(1)
  expect(Math.max(...means.subarray(0, 3 * PIXELS))).toBe(0)
})

it('tells how an image was written: the path lies in the ink, and goes through its control points', async () => {
  const run = await open()
  const { sheet, labels, first } = await run.frame(look)
  for (let nth = 0; nth < SHEET; nth++) {
    const trace = (await run.ask?.({ nth })) as Trace
    if (nth === 0) expect(trace).toEqual(first)
    expect(trace.digit).toBe(labels[nth])
    const inkAt = (x: number, y: number): number =>
      sheet[nth * PIXELS + Math.floor(y) * SIDE + Math.floor(x)] / 255
    trace.x.forEach((x, i) => expect(inkAt(x, trace.y[i])).toBeGreaterThan(0.1))
    for (let k = 0; k < trace.controls.length; k += 2) {
      const distances = Array.from(trace.x, (x, i) =>
        Math.hypot(x - trace.controls[k], trace.y[i] - trace.controls[k + 1]),
      )
      expect(Math.min(...distances)).toBeLessThan(0.01)
    }
  }
})
