/** What the chapter says its figures show, held against the recorded frames: a claim must not outlive its numbers. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { parseRecorded } from '../../../src/protocol/recorded.ts'
import { membersOf } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import dead from '../../../src/widgets/dead-relu/experiment.ts'
import race from '../../../src/widgets/activation-race/experiment.ts'
import vanishing from '../../../src/widgets/vanishing-gradient/experiment.ts'
import { openInNode } from '../nodeBackend.ts'

const folder = new URL('../../../chapters/activation-functions/', import.meta.url)
const texts = ['en.mdx', 'zh.mdx'].map((name) => readFileSync(new URL(name, folder), 'utf8'))

function recorded(figure: string, metric: string, step?: number): Record<string, number> {
  const { members } = parseRecorded(readFileSync(new URL(`frames/${figure}.json`, folder), 'utf8'))
  return Object.fromEntries(
    members.map(({ id, history }) => {
      const row = step === undefined ? history.steps.length - 1 : history.steps.indexOf(step)
      return [id, history.metrics[metric]?.[row] ?? Number.NaN]
    }),
  )
}
const percent = (share: number | undefined): string =>
  share === 1 ? '100%' : `${((share ?? Number.NaN) * 100).toFixed(1)}%`
function expectInBoth(...words: string[]): void {
  for (const text of texts) for (const word of words) expect(text).toContain(word)
}

let backend: OpenBackend
beforeAll(async () => {
  backend = await openInNode('cpu')
})
afterAll(() => backend.close())

describe('recorded', () => {
  it('the stack of linear layers stays at a coin’s loss, its twin learns', () => {
    const [accuracy, loss] = [recorded('stack', 'accuracy'), recorded('stack', 'train')]
    expect(loss['linear']).toBeCloseTo(Math.LN2, 1)
    expect(recorded('stack', 'train', 100)['relu']).toBeLessThan(0.1)
    expectInBoth(percent(accuracy['linear']), percent(accuracy['relu']))
  })
  it('the race ends as its caption says', () => {
    const accuracy = recorded('race', 'accuracy')
    expect(Object.keys(accuracy)).toEqual(['linear', 'sigmoid', 'tanh', 'relu', 'gelu'])
    expectInBoth(...Object.values(accuracy).map(percent))
  })
  it('the gradient fades as the caption says', () => {
    const kept = recorded('vanishing', 'kept')
    const power = (value: number | undefined): string => {
      const [digits, exponent] = (value ?? Number.NaN).toExponential(0).split('e')
      return digits === '1' ? `10^{${Number(exponent)}}` : `${digits} \\cdot 10^{${Number(exponent)}}`
    }
    expectInBoth(power(kept['sigmoid']), power(kept['gelu']), power(kept['relu']))
    expect(kept['tanh']).toBeCloseTo(0.2, 1)
  })
  it('units fall silent, and come back, as the caption says', () => {
    const silent = (step?: number) => recorded('dead', 'silent', step)
    const units = 36
    expect(silent(5)['relu']).toBeCloseTo(0.75, 6)
    expect(
      [silent()['relu'], silent(10)['leaky-relu'], silent()['leaky-relu']].map((s) => (s ?? 0) * units),
    ).toEqual([27, 23, 7])
    expect(recorded('dead', 'accuracy')).toEqual({ relu: 0.5, 'leaky-relu': 1 })
    expectInBoth('27', '23', '36', '50%')
  })
})

describe('solutions of the exercises', { timeout: 120_000 }, () => {
  it('He passes a quarter of the gradient through fifty layers of ReLU, Xavier 10⁻⁸', async () => {
    const keptWith = async (start: 'he' | 'xavier'): Promise<number> => {
      const values = {
        ...defaultValues(vanishing.spec.params),
        activation: 'relu' as const,
        depth: 50,
        start,
      }
      const run = await vanishing.create(values, { rng: makeRng(values.seed), backend: 'cpu', member: 0 })
      for (let i = 0; i < 7; i++) await run.step()
      const measured = await run.measure?.()
      run.dispose()
      return measured?.['kept'] ?? Number.NaN
    }
    const he = await keptWith('he')
    expect(he).toBeGreaterThan(0.1)
    expect(he).toBeLessThan(0.6)
    expect(Math.abs(Math.log10(await keptWith('xavier')) + 8)).toBeLessThan(0.7)
  })
  it('a rate of 0.2 keeps the ReLU units alive', async () => {
    const values = { ...defaultValues(dead.spec.params), learningRate: 0.2 }
    const run = await dead.create(values, { rng: makeRng(values.seed), backend: 'cpu', member: 0 })
    for (let i = 0; i < 100; i++) await run.step()
    expect((await run.measure?.())?.['accuracy']).toBe(1)
    run.dispose()
  })
  it('three layers and Adam teach the spiral to sigmoids', async () => {
    const preset = race.spec.presets?.['adam'] ?? {}
    const values = { ...defaultValues(race.spec.params), ...preset, activations: ['sigmoid'] as const }
    const run = await race.create(values, { rng: makeRng(values.seed), backend: 'cpu', member: 0 })
    for (let i = 0; i < 600; i++) await run.step()
    expect(percent((await run.measure?.())?.['accuracy'])).toBe('98.5%')
    run.dispose()
    expectInBoth('98.5%')
  })
})

describe('members', () => {
  it('of the vanishing gradient run what they are named after', () => {
    const values = defaultValues(vanishing.spec.params)
    const members = (given: Partial<typeof values>) =>
      membersOf(vanishing.spec, { ...values, ...given }).map(({ id, values: own }) => [
        id,
        own.activation,
        own.start,
      ])
    expect(members({ compare: 'activations', activations: ['tanh', 'elu', 'tanh'], start: 'he' })).toEqual([
      ['tanh', 'tanh', 'he'],
      ['elu', 'elu', 'he'],
    ])
    expect(members({ compare: 'starts', activation: 'selu' })).toEqual(
      ['small', 'xavier', 'he', 'large'].map((start) => [start, 'selu', start]),
    )
  })
  it('of the race share everything but the activation', () => {
    const values = defaultValues(race.spec.params)
    for (const { id, values: own } of membersOf(race.spec, values)) {
      expect(own).toEqual({ ...values, activations: [id] })
    }
  })
  it('of the twins differ by their place only', () => {
    const values = defaultValues(dead.spec.params)
    expect(membersOf(dead.spec, values).map(({ id }) => id)).toEqual(['relu', 'leaky-relu'])
  })
})
