import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRng } from '../../src/math/rng.ts'
import {
  choice,
  data,
  expression,
  integer,
  list,
  matrix,
  number,
  points,
  record,
  seed,
  text,
  toggle,
  type Params,
} from '../../src/protocol/params.ts'
import type { AnySpec } from '../../src/protocol/spec.ts'
import {
  classifyChange,
  defaultValues,
  formatValues,
  parseValues,
  sampleValues,
} from '../../src/protocol/values.ts'

const specs = import.meta.glob<AnySpec>('../../src/widgets/*/spec.ts', { eager: true, import: 'default' })

/** One parameter of every kind, nested ones among them. */
const everyKind = {
  rate: number({ default: 0.03, min: 1e-5, max: 10, scale: 'log' }),
  shift: number({ default: 0, min: -3, max: 3 }),
  units: integer({ default: 4, min: 1, max: 64 }),
  on: toggle({ default: true }),
  rule: choice(['sgd', 'momentum', 'adam'], { default: 'sgd' }),
  seed: seed(),
  note: text({ default: 'hi', maxLength: 40 }),
  formula: expression({ default: 'x^2', maxLength: 40 }),
  hidden: list(integer({ default: 4, min: 1, max: 16 }), { default: [4, 2], max: 6 }),
  names: list(text({ default: 'a', maxLength: 8 }), { default: ['a', 'b'], min: 2, max: 4 }),
  layer: record({
    units: integer({ default: 8, min: 1, max: 99 }),
    note: text({ default: 'q', maxLength: 9 }),
  }),
  layers: list(
    record({ units: integer({ default: 8, min: 1, max: 99 }), kind: choice(['a', 'b'], { default: 'a' }) }),
    {
      default: [],
      max: 3,
    },
  ),
  kernel: matrix({
    default: [
      [0, 1],
      [1, 0],
    ],
    min: -9,
    max: 9,
  }),
  files: data(),
  cloud: points({ default: [], min: -1, max: 1, classes: 3, maxLength: 20 }),
} satisfies Params

const sets: [string, Params][] = [
  ['one of every kind', everyKind],
  ...Object.entries(specs).map(([path, spec]): [string, Params] => [
    path.split('/').at(-2) ?? path,
    spec.params,
  ]),
]

/** What a link, a message or a stale page may hold. */
const junk = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc.string(),
  fc.constantFrom(
    'NaN',
    '-0',
    '1e999',
    '-Infinity',
    '',
    ' ',
    ',,,',
    ';;',
    '~',
    '%',
    '%zz',
    '\ud800',
    '1,2;3',
    '__proto__',
  ),
)

describe.each(sets)('the values of %s', (_, params) => {
  it('survive a link: parse(format(v)) is v', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seedOf) => {
        const rng = makeRng(seedOf, 'link')
        const values = sampleValues(params, () => rng.next())
        const link = new URLSearchParams(formatValues(params, values))
        const { values: read, problems } = parseValues(
          params,
          Object.fromEntries(new URLSearchParams(link.toString())),
        )
        expect(problems).toEqual([])
        expect(read).toEqual(values)
        expect(classifyChange(params, values, read)).toEqual({ restart: false, set: {}, look: false })
      }),
      { numRuns: 60 },
    )
  })

  it('survive a link from a preset, too', () => {
    const base = sampleValues(params, makeRng(1).next)
    const values = sampleValues(params, makeRng(2).next)
    expect(parseValues(params, formatValues(params, values, base), base).values).toEqual(values)
    expect(formatValues(params, values, values)).toEqual({})
    expect(formatValues(params, defaultValues(params))).toEqual({})
  })

  it('are valid whatever was given, and nothing throws', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(params), 'nonsense', 'constructor'), junk),
        (given) => {
          const { values, problems } = parseValues(params, given)
          expect(Object.keys(values)).toEqual(Object.keys(params))
          // What was accepted is valid: it survives a link without a problem.
          const again = parseValues(params, formatValues(params, values))
          expect(again.problems).toEqual([])
          expect(again.values).toEqual(values)
          for (const { key, given: shown } of problems) {
            expect(key.length).toBeGreaterThan(0)
            expect(shown.length).toBeLessThanOrEqual(60)
          }
        },
      ),
      { numRuns: 150 },
    )
    for (const given of [null, undefined, 7, 'text', [], () => 1]) {
      expect(parseValues(params, given).values).toEqual(defaultValues(params))
    }
  })
})

describe('reading', () => {
  it('reports what it clamps, what it can not read and what it does not know', () => {
    const { values, problems } = parseValues(everyKind, {
      rate: '1e9',
      units: '2.5',
      rule: 'lion',
      on: 'maybe',
      hidden: '1,2,3,4,5,6,7',
      kernel: '1,2',
      cloud: '0.5,0.5,1;x',
      learningrate: '1',
    })
    expect(problems.map(({ key, code }) => [key, code])).toEqual([
      ['rate', 'out-of-range'],
      ['units', 'out-of-range'],
      ['rule', 'unknown-choice'],
      ['on', 'wrong-type'],
      ['hidden', 'out-of-range'],
      ['kernel', 'wrong-type'],
      ['cloud', 'wrong-type'],
      ['learningrate', 'unknown-key'],
    ])
    expect(values).toMatchObject({ rate: 10, rule: 'sgd', on: true, hidden: [1, 2, 3, 4, 5, 6] })
    expect(values.cloud).toEqual([{ x: 0.5, y: 0.5, label: 1 }])
  })

  it('invents nothing for what it can not read in a list', () => {
    const params = {
      start: list(number({ default: 0, min: -9, max: 9 }), { default: [], max: 2 }),
      sizes: list(integer({ default: 4, min: 1, max: 16 }), { default: [4, 2], max: 6 }),
      rules: list(choice(['sgd', 'momentum', 'adam'], { default: 'sgd' }), {
        default: ['sgd', 'adam'],
        min: 1,
        max: 3,
      }),
      cloud: points({ default: [{ x: 1, y: 1, label: 0 }], min: -1, max: 1, maxLength: 20 }),
    }
    const base = { sizes: [8], rules: ['momentum'] as const }
    const given = { start: 'NaN,', sizes: '3,x', rules: 'lion', cloud: 'x,y' }
    const { values, problems } = parseValues(params, given, base)
    expect(values).toEqual({ start: [], sizes: [8], rules: ['momentum'], cloud: params.cloud.default })
    expect(problems.map(({ code }) => code)).toEqual([
      'wrong-type',
      'wrong-type',
      'unknown-choice',
      'wrong-type',
    ])
    expect(parseValues(params, { rules: 'adam,lion' }, base).values.rules).toEqual(['adam'])
    expect(parseValues(params, { rules: '' }, base).values.rules).toEqual(['momentum'])
    expect(parseValues(params, { rules: '' }, base).problems).toMatchObject([{ code: 'out-of-range' }])
  })

  it('shows what was given without its controls, and shortened', () => {
    const { problems } = parseValues(everyKind, {
      rule: '\u0000a\u202eb',
      ['x'.repeat(99)]: 'y'.repeat(99),
    })
    expect(problems).toMatchObject([
      { given: '�a�b' },
      { key: `${'x'.repeat(39)}…`, given: `${'y'.repeat(39)}…` },
    ])
  })

  it('knows older names', () => {
    const params = { rate: number({ default: 1, min: 0, max: 2, aliases: ['lr'] }) }
    expect(parseValues(params, { lr: '0.5' })).toEqual({ values: { rate: 0.5 }, problems: [] })
  })

  it('tells a live change from a new run and from another look', () => {
    const params = {
      live: number({ default: 1, min: 0, max: 2, live: true }),
      start: number({ default: 1, min: 0, max: 2 }),
      look: number({ default: 1, min: 0, max: 2, look: true }),
    }
    const before = { live: 1, start: 1, look: 1 }
    expect(classifyChange(params, before, { ...before, live: 2 })).toEqual({
      restart: false,
      set: { live: 2 },
      look: false,
    })
    expect(classifyChange(params, before, { ...before, start: 2 })).toMatchObject({ restart: true })
    expect(classifyChange(params, before, { ...before, look: 2 })).toMatchObject({
      restart: false,
      look: true,
      set: {},
    })
  })
})

it.each(['A1b2', '0123456789abcdef-', '0123456789abcdef-xyz', '../etc/passwd', 7, null, 'f'.repeat(17)])(
  '%j names no files',
  (raw) => {
    expect(data().read(raw)).toEqual({ value: '', problem: 'wrong-type' })
  },
)
