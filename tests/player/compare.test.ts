import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDifferences } from '../../src/player/compare/differences.ts'
import { compareStrings } from '../../src/player/compare/strings.ts'
import { advance } from '../../src/player/run/advance.ts'
import { planChange } from '../../src/player/run/changes.ts'
import { idleModel, liveStep, type RunModel } from '../../src/player/run/model.ts'
import { regroupSaved } from '../../src/player/run/regroup.ts'
import { lookOfSides, membersOfSides, placesOf, runsOf, type Side } from '../../src/player/run/sides.ts'
import type { Effect, Wish } from '../../src/player/run/wishes.ts'
import { whatIsShown } from '../../src/player/shown.ts'
import { playerStrings } from '../../src/player/strings.ts'
import { unknownNames } from '../../src/player/values/pageSettings.ts'
import {
  LONGEST_VALUE,
  readUrlValues,
  textsOf,
  urlTexts,
  writeUrlTexts,
} from '../../src/player/values/urlState.ts'
import { makeValuesStore } from '../../src/player/values/valuesStore.ts'
import type { Params } from '../../src/protocol/params.ts'
import type { Event, SavedSession } from '../../src/protocol/messages.ts'
import type { AnySpec } from '../../src/protocol/spec.ts'
import { defaultValues, formatValues, sampleValues } from '../../src/protocol/values.ts'
import sink from './fake/sink/spec.ts'
import sinkStrings from './fake/sink/strings.ts'

const spec = sink as unknown as AnySpec
const params: Params = spec.params
const base = defaultValues(params)
type V = typeof base
const anyValues = fc
  .array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 60, maxLength: 60 })
  .map((numbers) => {
    let i = 0
    return sampleValues(params, () => numbers[i++ % numbers.length] ?? 0)
  })
const race = {
  ...spec,
  run: {
    ...spec.run,
    members: (values: V) => [
      { id: 'yours', values },
      { id: 'half', values: { ...values, rate: (values['rate'] as number) / 2 } },
    ],
  },
} as unknown as AnySpec

describe('two settings', () => {
  const begun = () => {
    const store = makeValuesStore(params, base, () => 0)
    store.compare('begin')
    return store
  }
  const ratesOf = (store: ReturnType<typeof begun>): unknown[] =>
    store.get().sides.map(({ values }) => values['rate'])

  test('the present one is held as A, and the controls change B', () => {
    const store = begun()
    store.set({ rate: 1 })
    expect(ratesOf(store)).toEqual([0.1, 1])
    expect(store.get().values['rate']).toBe(1)
    store.set({ rate: 2 }, 0)
    expect(ratesOf(store)).toEqual([2, 1])
  })

  test('swapped, made alike, ended with either: each is one undo', () => {
    const store = begun()
    store.set({ rate: 1 })
    store.compare('swap')
    expect(ratesOf(store)).toEqual([1, 0.1])
    store.compare('copy')
    expect(ratesOf(store)).toEqual([0.1, 0.1])
    store.undo()
    expect(ratesOf(store)).toEqual([1, 0.1])
    store.compare('keep-a')
    expect(ratesOf(store)).toEqual([1])
    store.undo()
    store.compare('keep-b')
    expect(ratesOf(store)).toEqual([0.1])
    for (let i = 0; i < 3; i++) store.undo()
    expect(ratesOf(store)).toEqual([0.1, 0.1])
    store.undo()
    expect(ratesOf(store)).toEqual([0.1])
  })

  test('what is not compared can’t be turned or ended, and what is can’t begin', () => {
    const store = makeValuesStore(params, base, () => 0)
    for (const how of ['swap', 'copy', 'keep-a', 'keep-b'] as const) expect(store.compare(how)).toBe(false)
    expect(store.compare('begin')).toBe(true)
    expect(store.compare('begin')).toBe(false)
  })

  test('what both are looked at with is set on both, from either side, and is one undo', () => {
    const looking = { ...params, grid: { ...params['grid'], shared: true } } as Params
    const store = makeValuesStore(looking, base, () => 0)
    store.compare('begin')
    const grids = (): unknown[] => store.get().sides.map(({ values }) => values['grid'])
    store.set({ grid: false, rate: 1 }, 0)
    expect(grids()).toEqual([false, false])
    expect(ratesOf(store)).toEqual([1, 0.1])
    store.undo()
    expect(grids()).toEqual([true, true])
    store.set({ grid: false })
    expect(grids()).toEqual([false, false])
  })

  test('a change of A and one of B are two gestures', () => {
    const store = begun()
    store.set({ rate: 1 })
    store.set({ rate: 2 }, 0)
    store.undo()
    expect(ratesOf(store)).toEqual([0.1, 1])
  })
})

describe('in a link', () => {
  const roundTrip = (a: V, b: V) => {
    const { texts } = urlTexts(textsOf(params, [a, b], base))
    return readUrlValues(writeUrlTexts('?backend=cpu', 'fig', texts), 'fig', params, base)
  }

  test('both come back, and that there are two', () => {
    fc.assert(
      fc.property(anyValues, anyValues, (a, b) => {
        const texts = textsOf(params, [a, b], base)
        fc.pre(Object.values(texts).every((text) => text.length <= LONGEST_VALUE))
        const { values, compared, problems } = roundTrip(a, b)
        expect(problems).toEqual([])
        expect(formatValues(params, values, base)).toEqual(formatValues(params, a, base))
        expect(compared && formatValues(params, compared, base)).toEqual(formatValues(params, b, base))
      }),
    )
  })

  test('it says only where B differs, and something where it does not', () => {
    expect(
      textsOf(
        params,
        [
          { ...base, units: 5 },
          { ...base, units: 5, rate: 1 },
        ],
        base,
      ),
    ).toEqual({
      units: '5',
      'b.rate': '1',
    })
    expect(textsOf(params, [base, base], base)).toEqual({ 'b.rate': '0.1' })
    expect(roundTrip(base, base).compared).toEqual(base)
  })

  test('what is too large for it stays with the tab; that there is a B does not', () => {
    const note = 'x'.repeat(LONGEST_VALUE + 1)
    const all = textsOf(params, [base, { ...base, note }], base)
    expect(urlTexts(all)).toEqual({ texts: { 'b.rate': '0.1' }, large: ['note'] })
    expect(readUrlValues('?f.b.rate=0.1', 'f', params, base, { 'b.note': note }).compared).toMatchObject({
      note,
    })
  })

  test('a bad value of B falls back to A’s, and is told of B', () => {
    const { values, compared, problems } = readUrlValues(
      '?f.units=5&f.b.rate=1e9&f.b.units=abc&f.b.nosuch=3&f.b.=1&f.b=2',
      'f',
      params,
      base,
    )
    expect(values).toMatchObject({ units: 5, rate: 0.1 })
    expect(compared).toMatchObject({ units: 5, rate: 10 })
    expect(problems.map(({ code, key, ofB }) => [code, key, ofB ?? false])).toEqual([
      ['unknown-key', 'b', false],
      ['out-of-range', 'rate', true],
      ['wrong-type', 'units', true],
      ['unknown-key', 'b.nosuch', false],
      ['unknown-key', 'b.', false],
    ])
  })

  test('any junk is read without a throw', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (junk) => {
        const search = new URLSearchParams(
          Object.entries(junk).map(([key, text]): [string, string] => [`fig.b.${key}`, text]),
        )
        const { compared } = readUrlValues(`?${String(search)}`, 'fig', params, base)
        if (compared) expect(formatValues(params, compared)).toBeTypeOf('object')
      }),
    )
  })

  test('names that a link would hide and nobody has are found, each once', () => {
    expect(unknownNames(['seed', 'sede', '', 'share', 'sede'], ['seed', 'share'])).toEqual(['sede'])
  })
})

describe('the runs of two settings', () => {
  const a: Side = { key: 0, values: base }
  const b: Side = { key: 1, values: { ...base, rate: 1 } }
  const copy: Side = { key: 1, values: base }

  test('stand side after side, each in its place among its own', () => {
    const members = membersOfSides(race, [a, b])
    expect(members.map(({ id, side }) => [id, side])).toEqual([
      ['yours', 0],
      ['half', 0],
      ['yours', 1],
      ['half', 1],
    ])
    expect(placesOf(members)).toEqual([0, 1, 0, 1])
    expect(runsOf(members, 1)).toEqual([2, 3])
    expect(runsOf(membersOfSides(race, [a]), 1)).toEqual([0, 1])
  })

  test('a comparison begins with copies, turns, and ends, without a new run', () => {
    const from = (before: readonly Side[], after: readonly Side[]) => planChange(race, before, after).from
    expect(from([a], [a, copy])).toEqual([0, 1, 0, 1])
    expect(from([a, b], [b, a])).toEqual([2, 3, 0, 1])
    expect(from([a, b], [{ key: 2, values: b.values }, b])).toEqual([2, 3, 2, 3])
    expect(from([a, b], [b])).toEqual([2, 3])
    expect(from([a, b], [a])).toEqual([0, 1])
    expect(from([a, b], [a, b])).toBeNull()
    expect(planChange(race, [b], [{ key: 0, values: { ...base, units: 5 } }, b]).restart).toBe(true)
  })

  test('a live change of B is for its runs alone; what is no live change is a new run of both', () => {
    const after: Side = { ...copy, values: { ...base, rate: 1 } }
    expect(planChange(spec, [a, copy], [a, after]).sets).toEqual([{ member: 1, values: { rate: 1 } }])
    expect(planChange(race, [a, copy], [a, after]).sets).toEqual([
      { member: 2, values: { rate: 1 } },
      { member: 3, values: { rate: 0.5 } },
    ])
    const slower: Side = { ...copy, values: { ...base, units: 5 } }
    expect(planChange(spec, [a, copy], [a, slower]).restart).toBe(true)
  })

  test('each is looked at as its own setting says', () => {
    const plain: Side = { ...copy, values: { ...base, grid: false } }
    expect(lookOfSides(spec, [a], 624)).toEqual({ values: { grid: true }, width: 624 })
    expect(lookOfSides(spec, [a, plain], 300)).toEqual({
      values: { grid: false },
      width: 300,
      own: [{ grid: true }, { grid: false }],
    })
  })

  test('a saved state is dealt out anew: deeds go with the run that did them', () => {
    const saved: SavedSession = {
      step: 9,
      members: [{ w: 1 }, { w: 2 }],
      log: [
        { step: 3, kind: 'act', member: 0, action: 'x', batch: 1 },
        { step: 5, kind: 'set', member: 'all', values: { rate: 1 } },
      ],
      histories: [
        { steps: [0, 9], metrics: { loss: [4, 1] } },
        { steps: [0, 7], metrics: { loss: [4, 2] } },
      ],
      places: [
        { step: 9, deeds: 2 },
        { step: 7, deeds: 1 },
      ],
    }
    const turned = regroupSaved(saved, [1, 0, 0])
    expect(turned.members).toEqual([{ w: 2 }, { w: 1 }, { w: 1 }])
    expect(turned.histories.map(({ steps }) => steps.at(-1))).toEqual([7, 9, 9])
    expect(turned.log.map(({ kind, member }) => [kind, member])).toEqual([
      ['set', 0],
      ['act', 1],
      ['set', 1],
      ['act', 2],
      ['set', 2],
    ])
    expect(regroupSaved(saved, [1])).toMatchObject({ step: 7, places: [{ step: 7, deeds: 1 }] })
  })
})

describe('a run that is compared', () => {
  const alone: readonly Side[] = [{ key: 0, values: base }]
  const pair: readonly Side[] = [...alone, { key: 1, values: base }]
  const startOf = (sides: readonly Side[]) => ({
    widget: 'sink',
    workload: 'plain' as const,
    members: membersOfSides(spec, sides),
    look: { values: {}, width: 624 },
    endStep: 100,
  })
  const status = (step: number, state: 'running' | 'paused') => ({
    state,
    step,
    stepsPerSecond: 60,
    backend: 'plain' as const,
    tensors: 0,
  })
  const frame = (step: number, runs: number): Event => ({
    type: 'frame',
    session: 's',
    status: status(step, 'running'),
    frames: Array.from({ length: runs }, (_, run) => ({ run, step })),
    histories: Array.from({ length: runs }, () => ({
      from: step,
      rows: { steps: [step], metrics: { loss: [1] } },
    })),
  })
  const saved: SavedSession = {
    step: 40,
    members: [{ w: 3 }],
    log: [],
    histories: [{ steps: [0, 40], metrics: { loss: [4, 1] } }],
    places: [{ step: 40, deeds: 0 }],
  }
  const isEvent = (given: Wish | Event): given is Event =>
    ['frame', 'status', 'problem', 'saved'].includes(given.type)
  function play(...given: (Wish | Event)[]): { model: RunModel; effects: Effect[] } {
    let model = idleModel(60)
    const effects: Effect[] = []
    for (const one of given) {
      const wish: Wish = isEvent(one) ? { type: 'event', session: model.session ?? '', event: one } : one
      const [next, more] = advance(model, wish)
      model = next
      effects.push(...more)
    }
    return { model, effects }
  }
  const begin: Wish = { type: 'regroup', start: startOf(pair), from: [0, 0] }
  const ran: (Wish | Event)[] = [{ type: 'play', start: startOf(alone) }, frame(40, 1)]

  test('is saved, and goes on twice from where it stood, still playing', () => {
    const { model, effects } = play(...ran, begin, { type: 'saved', session: 's', saved, asked: true })
    const opened = effects.filter((effect) => effect.type === 'open').at(-1)
    expect(opened?.saved?.members).toEqual([{ w: 3 }, { w: 3 }])
    expect(opened?.start.members).toHaveLength(2)
    expect(effects.at(-1)).toEqual({ type: 'send', order: { type: 'play', speed: 60 } })
    expect(model.histories.map(({ steps }) => steps.at(-1))).toEqual([40, 40])
    expect(model.now?.frames).toHaveLength(2)
    expect(liveStep(model)).toBe(40)
    expect(model.regroup).toBeNull()
  })

  test('a save that nobody asked for does not turn it', () => {
    const { model } = play(...ran, begin, { type: 'saved', session: 's', saved })
    expect(model.regroup).not.toBeNull()
  })

  test('shows both sides before the worker has answered', () => {
    const { model } = play(...ran, begin)
    const { members, histories } = whatIsShown(spec, pair, model, null)
    expect(members.map(({ side, frame: picture }) => [side, picture])).toEqual([
      [0, { run: 0, step: 40 }],
      [1, { run: 0, step: 40 }],
    ])
    expect(histories).toHaveLength(2)
  })

  test('what is asked of single runs waits until they are there', () => {
    const change: Wish = {
      type: 'set',
      sets: [{ member: 1, values: { rate: 1 } }],
      members: membersOfSides(spec, pair),
    }
    const waiting = play(...ran, begin, change)
    expect(waiting.effects.at(-1)).toEqual({ type: 'send', order: { type: 'save' } })
    const { effects } = play(...ran, begin, change, { type: 'saved', session: 's', saved, asked: true })
    expect(effects.at(-1)).toEqual({ type: 'send', order: { type: 'set', member: 1, values: { rate: 1 } } })
  })

  test('asks again where the worker was lost meanwhile', () => {
    const lost: Event = { type: 'problem', session: 's', problem: { code: 'device-lost', goesOn: true } }
    const { effects } = play(...ran, begin, lost)
    expect(effects.slice(-2)).toEqual([
      { type: 'send', order: { type: 'save' } },
      { type: 'send', order: { type: 'save' } },
    ])
  })

  test('a broken one, or none, begins from the start', () => {
    const broken: Event = { type: 'problem', session: 's', problem: { code: 'crashed' } }
    const { effects } = play(...ran, broken, begin)
    const last = effects.at(-1)
    expect(last?.type).toBe('open')
    expect(last?.type === 'open' && last.saved).toBeFalsy()
    expect(play(begin).effects).toEqual([])
  })

  test('live changes of the past are not taken for the start', () => {
    const faster: readonly Side[] = [{ key: 0, values: { ...base, rate: 1 } }]
    const { effects } = play(
      ...ran,
      { type: 'set', sets: [{ member: 'all', values: { rate: 1 } }], members: membersOfSides(spec, faster) },
      {
        type: 'regroup',
        start: startOf([...faster, { key: 1, values: faster[0]?.values ?? base }]),
        from: [0, 0],
      },
      { type: 'saved', session: 's', saved, asked: true },
    )
    const opened = effects.filter((effect) => effect.type === 'open').at(-1)
    expect(opened?.start.members.map(({ values }) => values['rate'])).toEqual([0.1, 0.1])
  })

  test('where B begins anew A’s curve stays as its future', () => {
    const two = play(...ran, begin, { type: 'saved', session: 's', saved, asked: true }, frame(50, 2))
    const changed = startOf([...alone, { key: 1, values: { ...base, units: 5 } }])
    const [restarted] = advance(two.model, { type: 'restart', start: changed })
    expect(restarted.future.map(({ steps }) => steps.at(-1))).toEqual([50, undefined])
    expect(restarted.histories).toEqual([])
    expect(restarted.playing).toBe(true)
  })
})

describe('what differs', () => {
  test.each(['en', 'zh'] as const)('is named in the reader’s words (%s)', (locale) => {
    const text = sinkStrings[locale]
    const { another } = compareStrings[locale]
    const found = findDifferences(
      params,
      base,
      {
        ...base,
        rate: 1,
        rule: 'momentum',
        secret: 0.5,
        dots: [{ x: 0, y: 0, label: 1 }],
      },
      text as never,
      playerStrings[locale],
      another,
    )
    expect(found.map(({ key }) => key)).toEqual(['rate', 'rule', 'dots', 'secret'])
    expect(found[0]).toMatchObject({ symbol: 'η', values: ['0.10', '1.0'] })
    expect(found[2]?.values).toEqual(['1', another('1')])
  })

  test('a value that one side has no use for is a dash', () => {
    const b = { ...base, rule: 'momentum', beta: 0.5 }
    const found = findDifferences(params, base, b, sinkStrings.en as never, playerStrings.en, String)
    expect(found.find(({ key }) => key === 'beta')?.values).toEqual(['—', '0.50'])
  })
})

test('both languages say the same of it', () => {
  expect(Object.keys(compareStrings.zh)).toEqual(Object.keys(compareStrings.en))
  for (const words of [compareStrings.zh.compare, compareStrings.zh.keep('A'), compareStrings.zh.held])
    expect(words).toMatch(/[\u4e00-\u9fff]/)
})
