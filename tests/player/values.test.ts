import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asksRun, planChange } from '../../src/player/run/changes.ts'
import {
  LONGEST_VALUE,
  readUrlValues,
  strangersIn,
  textsOf,
  urlTexts,
  writeUrlTexts,
} from '../../src/player/values/urlState.ts'
import { makeValuesStore } from '../../src/player/values/valuesStore.ts'
import type { AnySpec } from '../../src/protocol/spec.ts'
import { defaultValues, formatValues, sampleValues } from '../../src/protocol/values.ts'
import sink from './fake/sink/spec.ts'

const spec = sink as unknown as AnySpec
const { params } = spec
const base = defaultValues(params)

/** Uniform numbers from a seed, for random valid values. */
const randomFrom = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}
const anyValues = fc.integer().map((seed) => sampleValues(params, randomFrom(seed)))

describe('the address', () => {
  test('gives back what was put in', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const { texts, large } = urlTexts(textsOf(params, [values], base))
        fc.pre(large.length === 0)
        const read = readUrlValues(writeUrlTexts('', 'fig', texts), 'fig', params, base)
        expect(formatValues(params, read.values)).toEqual(formatValues(params, values))
        expect(read.problems).toEqual([])
      }),
    )
  })

  test('any junk is read without a throw, into valid values', () => {
    fc.assert(
      fc.property(fc.string(), fc.dictionary(fc.string(), fc.string()), (junk, texts) => {
        const search = writeUrlTexts(`?${junk}`, 'fig', texts)
        const { values } = readUrlValues(search, 'fig', params, base)
        expect(formatValues(params, values)).toEqual(
          formatValues(
            params,
            readUrlValues(writeUrlTexts('', 'fig', formatValues(params, values)), 'fig', params, base).values,
          ),
        )
      }),
    )
  })

  test('figures do not tread on each other, nor on anything else', () => {
    fc.assert(
      fc.property(anyValues, anyValues, (a, b) => {
        const search = '?backend=cpu&hide=seed&other=1'
        const one = writeUrlTexts(search, 'one', urlTexts(textsOf(params, [a], base)).texts)
        const both = writeUrlTexts(one, 'two', urlTexts(textsOf(params, [b], base)).texts)
        expect(readUrlValues(both, 'one', params, base).values).toEqual(
          readUrlValues(one, 'one', params, base).values,
        )
        const back = new URLSearchParams(writeUrlTexts(writeUrlTexts(both, 'one', {}), 'two', {}))
        expect(Object.fromEntries(back)).toEqual({ backend: 'cpu', hide: 'seed', other: '1' })
      }),
    )
  })

  test('what belongs to a figure that the page has not is named, and nothing else', () => {
    const search =
      '?vally.rate=1&valley.rate=2&vally.rule=x&vally.b.rate=2&valley.b.rate=3&utm.2=3&backend=cpu&note=a.b&<b>.x=1'
    expect(strangersIn(search, ['valley', 'ravine'])).toEqual(['vally.rate', 'vally.rule', 'vally.b.rate'])
  })

  test('hostile values are clamped, replaced and named', () => {
    const { values, problems } = readUrlValues(
      '?f.rate=1e9&f.units=abc&f.nosuch=3&f.rule=x',
      'f',
      params,
      base,
    )
    expect(values).toMatchObject({ rate: 10, units: 3, rule: 'plain' })
    expect(problems.map(({ code, key, used }) => [code, key, used])).toEqual([
      ['out-of-range', 'rate', '10'],
      ['wrong-type', 'units', '3'],
      ['unknown-key', 'nosuch', ''],
      ['unknown-choice', 'rule', 'plain'],
    ])
  })

  test('keys of older links still work, and defaults stay out', () => {
    expect(readUrlValues('?f.lr=0.5', 'f', params, base).values['rate']).toBe(0.5)
    expect(urlTexts(textsOf(params, [{ ...base, units: 5 }], base)).texts).toEqual({ units: '5' })
    expect(writeUrlTexts('', 'f', {})).toBe('')
  })

  test('what is too large for a link is kept by this device only', () => {
    const note = 'x'.repeat(LONGEST_VALUE + 1)
    const { texts, large } = urlTexts(textsOf(params, [{ ...base, note, units: 2 }], base))
    expect(texts).toEqual({ units: '2' })
    expect(large).toEqual(['note'])
    expect(readUrlValues('?f.units=2', 'f', params, base, { note }).values).toMatchObject({ note, units: 2 })
  })

  test('lists stay readable', () => {
    expect(writeUrlTexts('', 'f', { layers: '4,2', turn: '1,0;0,1' })).toBe('?f.layers=4,2&f.turn=1,0;0,1')
  })
})

describe('undo', () => {
  test('one gesture is one undo', () => {
    let now = 0
    const store = makeValuesStore(params, base, () => now)
    for (const rate of [0.2, 0.3, 0.4]) {
      now += 100
      store.set({ rate })
    }
    now += 5000
    store.set({ units: 5 })
    expect(store.get().values).toMatchObject({ rate: 0.4, units: 5 })
    store.undo()
    expect(store.get().values).toMatchObject({ rate: 0.4, units: 3 })
    store.undo()
    expect(store.get().values).toMatchObject({ rate: 0.1, units: 3 })
    expect(store.undo()).toBe(false)
  })

  test('what changes nothing is no undo, and breaks no gesture', () => {
    let now = 0
    const store = makeValuesStore(params, base, () => now)
    expect(store.set({ rate: base['rate'] })).toBe(false)
    expect(store.set({ nonsense: 1 })).toBe(false)
    expect(store.get().problems).toHaveLength(1)
    expect(store.undo()).toBe(false)
    expect(store.set({ rate: 0.2 })).toBe(true)
    now += 300
    store.set({ units: base['units'] })
    expect(store.set({ rate: 0.3 })).toBe(false)
    store.undo()
    expect(store.get().values).toEqual(base)
    expect(store.undo()).toBe(false)
  })

  test('nonsense is set right and told, and told away', () => {
    const store = makeValuesStore(params, base, () => 0)
    store.set({ rate: 99 })
    expect(store.get().values['rate']).toBe(10)
    expect(store.get().problems).toHaveLength(1)
    store.dismiss()
    expect(store.get().problems).toEqual([])
  })
})

describe('how a change reaches the run', () => {
  const one = (values: typeof base) => [{ key: 0, values }]

  test('live values are set, looks are looks, the rest is a new run', () => {
    expect(planChange(spec, one(base), one({ ...base, rate: 1 }))).toEqual({
      restart: false,
      from: null,
      sets: [{ member: 'all', values: { rate: 1 } }],
      look: false,
    })
    expect(planChange(spec, one(base), one({ ...base, grid: false }))).toEqual({
      restart: false,
      from: null,
      sets: [],
      look: true,
    })
    expect(planChange(spec, one(base), one({ ...base, units: 4, rate: 1 })).restart).toBe(true)
    const asking = { ...spec, params: { ...params, grid: { ...params['grid'], asks: true } } } as AnySpec
    expect(asksRun(asking, one(base), one({ ...base, grid: false }))).toBe(true)
    expect(asksRun(asking, one(base), one({ ...base, rate: 1 }))).toBe(false)
    expect(asksRun(spec, one(base), one({ ...base, grid: false }))).toBe(false)
    expect(planChange(spec, one(base), one({ ...base }))).toEqual({
      restart: false,
      from: null,
      sets: [],
      look: false,
    })
  })

  test('members that share their live values are set together, others one by one', () => {
    const members = (values: typeof base) => [
      { id: 'yours', values },
      { id: 'half', values: { ...values, rate: (values['rate'] as number) / 2 } },
    ]
    const race = { ...spec, run: { ...spec.run, members } } as unknown as AnySpec
    expect(planChange(race, one(base), one({ ...base, rate: 1 })).sets).toEqual([
      { member: 0, values: { rate: 1 } },
      { member: 1, values: { rate: 0.5 } },
    ])
    const fewer = (values: typeof base) => members(values).slice(values['grid'] === true ? 0 : 1)
    const shrinking = { ...spec, run: { ...spec.run, members: fewer } } as unknown as AnySpec
    expect(planChange(shrinking, one(base), one({ ...base, grid: false })).restart).toBe(true)
  })
})
