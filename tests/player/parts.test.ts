import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commandOfKey, type KeyTarget, type Pressed } from '../../src/player/keys/keymap.ts'
import {
  curvePath,
  drawnMetrics,
  freePlaces,
  headline,
  heightsBetween,
  limitsOf,
  stepToX,
  valueAtStep,
  valueToY,
  xToStep,
} from '../../src/player/parts/curveShape.ts'
import { parsePath } from '../charts/paths.ts'
import { formatReading } from '../../src/player/parts/Readings.tsx'
import { BOOK, listPresets, OWN, presentPreset } from '../../src/player/parts/presets.ts'
import { nextSeed } from '../../src/player/parts/seed.ts'
import { tableRows, toCsv } from '../../src/player/parts/tableRows.ts'
import { historyUntil } from '../../src/player/shown.ts'
import sink from './fake/sink/spec.ts'
import { text } from '../../src/protocol/params.ts'
import { parseValues } from '../../src/protocol/values.ts'
import { cutShots, keepShot, nearestShot, type Shot } from '../../src/player/run/kept.ts'

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('keys', () => {
  test.each([
    [' ', 'playPause'],
    ['ArrowRight', 'step'],
    ['ArrowLeft', 'stepBack'],
    ['r', 'reset'],
    ['R', 'reset'],
    ['f', 'present'],
    ['s', 'share'],
    ['n', 'seed'],
    ['p', 'preset'],
    ['c', 'compare'],
    ['x', 'swap'],
    ['?', 'help'],
  ])('%j means %s', (key, type) => {
    expect(commandOfKey(press(key), 'other', false)).toEqual({ type })
  })

  test('a field keeps every key', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(' ', 'r', 'ArrowLeft', 'z', '1', 'Escape', 'f'),
        fc.boolean(),
        (key, ctrlKey) => {
          expect(commandOfKey(press(key, { ctrlKey }), 'text', true)).toBeNull()
        },
      ),
    )
  })

  test('sliders, lists and buttons keep what is theirs', () => {
    const mine: [KeyTarget, string][] = [
      ['picture', ' '],
      ['picture', 'ArrowRight'],
      ['picture', 'ArrowLeft'],
      ['range', 'ArrowRight'],
      ['range', 'PageDown'],
      ['pick', 'ArrowLeft'],
      ['pick', ' '],
      ['pick', 'r'],
      ['button', ' '],
    ]
    for (const [target, key] of mine) expect(commandOfKey(press(key), target, false)).toBeNull()
    expect(commandOfKey(press(' '), 'range', true)).toEqual({ type: 'playPause' })
  })

  test('the browser keeps its own combinations; undo is the one exception', () => {
    expect(commandOfKey(press('r', { ctrlKey: true }), 'other', false)).toBeNull()
    expect(commandOfKey(press('s', { metaKey: true }), 'other', false)).toBeNull()
    expect(commandOfKey(press('f', { altKey: true }), 'other', false)).toBeNull()
    expect(commandOfKey(press('z', { metaKey: true }), 'other', false)).toEqual({ type: 'undo' })
    expect(commandOfKey(press('z', { ctrlKey: true, shiftKey: true }), 'other', false)).toBeNull()
  })

  test('some keys mean something only while presenting', () => {
    for (const key of ['Escape', 'PageDown', 'PageUp']) {
      expect(commandOfKey(press(key), 'other', false)).toBeNull()
      expect(commandOfKey(press(key), 'other', true)).not.toBeNull()
    }
    expect(commandOfKey(press('3'), 'other', true)).toEqual({ type: 'choose', index: 2 })
  })
})

describe('kept pictures', () => {
  const shot = (step: number): Shot => ({ step, frames: [step], members: [] })
  const keepAll = (steps: readonly number[], most: number): readonly Shot[] =>
    steps.reduce<readonly Shot[]>((kept, step) => keepShot(kept, shot(step), most), [])

  test('stay in order, without repeats, within the limit, spanning the run', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 300 }), (steps) => {
        const kept = keepAll(steps, 20).map(({ step }) => step)
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b))
        expect(kept.length).toBeLessThanOrEqual(20)
        expect(kept.at(-1)).toBe(Math.max(...steps))
      }),
    )
  })

  test('the nearest is found, the untrue are cut', () => {
    const kept = keepAll([0, 10, 20, 30], 20)
    expect(nearestShot(kept, 14)?.step).toBe(10)
    expect(nearestShot(kept, 1000)?.step).toBe(30)
    expect(nearestShot([], 5)).toBeUndefined()
    expect(cutShots(kept, 20).map(({ step }) => step)).toEqual([0, 10, 20])
  })
})

describe('the curve that is the scrubber', () => {
  const area = { width: 420, height: 72, margin: 10, foot: 11 }

  test('places and steps are inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (last, any) => {
        const step = any % (last + 1)
        expect(xToStep(stepToX(step, last, area), last, area)).toBe(step)
      }),
    )
    expect(xToStep(-50, 100, area)).toBe(0)
    expect(xToStep(5000, 100, area)).toBe(100)
    expect(stepToX(0, 0, area)).toBe(10)
  })

  test('a path is made of finite numbers, whatever was measured', () => {
    const anyNumber = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -1))
    fc.assert(
      fc.property(fc.array(anyNumber, { maxLength: 400 }), fc.boolean(), (values, log) => {
        const limits = limitsOf([values], log)
        const steps = values.map((_, i) => i)
        const path = curvePath(
          steps,
          values,
          0,
          Infinity,
          (step) => stepToX(step, 400, area),
          (value) => valueToY(value, limits, log, area),
        )
        expect(path).not.toMatch(/NaN|Infinity/)
        if (values.length > 0) expect(path).toMatch(/^M/)
      }),
    )
  })

  test('peaks within one pixel are not lost', () => {
    const steps = Array.from({ length: 4000 }, (_, i) => i)
    const values = steps.map((i) => (i === 2001 ? 100 : 1))
    const limits = limitsOf([values], false)
    const top = valueToY(100, limits, false, area)
    const path = curvePath(
      steps,
      values,
      0,
      Infinity,
      (s) => stepToX(s, 3999, area),
      (v) => valueToY(v, limits, false, area),
    )
    const [points = []] = parsePath(path)
    expect(Math.min(...points.map(([, y]) => y))).toBeCloseTo(top)
    expect(points.length).toBeLessThan(3000)
  })

  test('the headline leads; only what shares its axis is drawn with it', () => {
    const metrics = {
      secret: { scale: 'log', role: 'train', hidden: true },
      loss: { scale: 'log', role: 'train' },
      test: { scale: 'log', role: 'test' },
      accuracy: { scale: 'linear', role: 'share' },
      dead: { scale: 'log', role: 'count' },
    } as const
    expect(headline(metrics)).toBe('loss')
    expect(drawnMetrics(metrics)).toEqual(['loss', 'test'])
    expect(drawnMetrics({})).toEqual([])
  })

  test('a run that blows up doesn’t flatten the others; beyond the limit it runs along the top', () => {
    const limits = limitsOf(
      [
        [50, 10, 1e16, Infinity],
        [50, 1],
      ],
      true,
    )
    expect(limits.high).toBeCloseTo(Math.log10(50) + 4)
    expect(limits.low).toBe(0)
    expect(valueToY(1e16, limits, true, area)).toBe(valueToY(Infinity, limits, true, area))
    expect(limitsOf([[50, 10]], true).high).toBeCloseTo(Math.log10(50))
  })

  test('words stand where the curves are not, at the end if they may', () => {
    const y = (value: number): number => value
    const low = { steps: [0, 400], metrics: { loss: [60, 60] } }
    const rows = [17, 50]
    const between =
      (histories: readonly { steps: number[]; metrics: { loss: number[] } }[]) =>
      (from: number, to: number): readonly number[] =>
        heightsBetween(histories, ['loss'], xToStep(from, 400, area), xToStep(to, 400, area), y)
    expect(freePlaces(80, rows, 17, area, between([low]))[0]).toMatchObject({ y: 17, anchor: 'end' })
    const crossing = { steps: [0, 200, 300, 400], metrics: { loss: [60, 60, 15, 60] } }
    expect(freePlaces(80, rows, 17, area, between([low, crossing]))[0]).toMatchObject({
      y: 17,
      anchor: 'start',
    })
  })

  test('a reading is the last measurement', () => {
    expect(valueAtStep([0, 5, 10], [3, 2, 1], 7)).toBe(2)
    expect(valueAtStep([0, 5, 10], [3, 2, 1], 10)).toBe(1)
    expect(valueAtStep([5], [2], 4)).toBeNull()
    expect(valueAtStep([], [], 4)).toBeNull()
  })
})

describe('presets', () => {
  const { values: base } = parseValues(sink.params, {})
  const list = (more: object): readonly string[] => listPresets(sink, { ...base, ...more }, base)

  test('what the book shows and the reader has not touched is the book’s', () => {
    expect(presentPreset(sink, base, base)).toBe(BOOK)
    expect(list({})).toEqual([BOOK, 'gentle', 'wild'])
  })
  test('a preset holds when its values do, whatever else is set', () => {
    expect(presentPreset(sink, { ...base, rate: 2.5, units: 5 }, base)).toBe('wild')
    expect(list({ rate: 2.5 })).toEqual([BOOK, 'gentle', 'wild'])
  })
  test('everything else is the reader’s own, and the book’s is the way back', () => {
    expect(presentPreset(sink, { ...base, units: 5 }, base)).toBe(OWN)
    expect(list({ units: 5 })).toEqual([OWN, BOOK, 'gentle', 'wild'])
  })
  test('to draw in the figure, or to turn to another of its sides, changes no settings', () => {
    const drawing = text({ default: '', maxLength: 9, look: true, hidden: true })
    const spec = { ...sink, params: { ...sink.params, drawing } }
    const untouched = { ...base, drawing: '' }
    expect(presentPreset(spec, { ...untouched, drawing: 'a 7' }, untouched)).toBe(BOOK)
    expect(presentPreset(spec, { ...untouched, drawing: 'a 7', units: 5 }, untouched)).toBe(OWN)
  })
  test('a figure that the book shows with a preset offers only presets', () => {
    const wild = { ...base, rate: 2.5 }
    expect(listPresets(sink, wild, wild)).toEqual(['gentle', 'wild'])
  })
})

describe('the numbers behind a picture', () => {
  const members = [
    { id: 'a', history: { steps: [0, 1, 2], metrics: { loss: [3, 2, 1] } } },
    { id: 'b', history: { steps: [0, 2], metrics: { loss: [9, Number.NaN] } } },
  ]

  test('stand in one table by step', () => {
    expect(tableRows(members, ['loss']).rows).toEqual([
      { step: 0, cells: [3, 9] },
      { step: 1, cells: [2, null] },
      { step: 2, cells: [1, Number.NaN] },
    ])
  })

  test('are thinned evenly, the first and the last kept', () => {
    const steps = Array.from({ length: 1000 }, (_, i) => i * 3)
    const { rows, all } = tableRows([{ id: 'a', history: { steps, metrics: { loss: steps } } }], ['loss'], 24)
    expect(rows).toHaveLength(24)
    expect(rows[0]?.step).toBe(0)
    expect(rows.at(-1)?.step).toBe(2997)
    expect(all).toBe(1000)
  })

  test('leave as comma-separated values', () => {
    expect(toCsv(members, ['loss'])).toBe('step,a.loss,b.loss\n0,3,9\n1,2,\n2,1,NaN\n')
    expect(toCsv([{ id: 'run', history: members[0]?.history }], ['loss'])).toBe('step,loss\n0,3\n1,2\n2,1\n')
  })
})

test('a picture of an earlier step knows nothing of later ones', () => {
  const history = { steps: [0, 2, 4], metrics: { loss: [3, 2, 1] } }
  expect(historyUntil(history, 3)).toEqual({ steps: [0, 2], metrics: { loss: [3, 2] } })
  expect(historyUntil(history, 4)).toBe(history)
  expect(historyUntil(history, -1)).toEqual({ steps: [], metrics: { loss: [] } })
})

test('readings keep their width, and shares are percentages', () => {
  expect(formatReading(0.04)).toBe('0.040')
  expect(formatReading(12.5)).toBe('12.5')
  expect(formatReading(0.00254)).toBe('0.00254')
  expect(formatReading(0.00016)).toBe('0.000160')
  expect(formatReading(0.75, 'share')).toBe('75.0%')
  expect(formatReading(null)).toBe('—')
  expect(formatReading(Number.NaN)).toBe('—')
})

test('the next seed is another one, within the limits, the same for everyone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), (seed) => {
      const next = nextSeed(seed, { min: 0, max: 999_999 })
      expect(next).not.toBe(seed)
      expect(next).toBe(nextSeed(seed, { min: 0, max: 999_999 }))
      expect(next).toBeGreaterThanOrEqual(0)
      expect(next).toBeLessThanOrEqual(999_999)
    }),
  )
})
