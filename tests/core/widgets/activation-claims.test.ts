/** What the chapter says its figures show, held against the recorded frames: a claim must not outlive its numbers. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { parseRecorded } from '../../../src/protocol/recorded.ts'
import { membersOf } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import dead from '../../../src/widgets/dead-relu/experiment.ts'
import type { DeadFrame } from '../../../src/widgets/dead-relu/spec.ts'
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
    const units = 36
    const { members } = parseRecorded(readFileSync(new URL('frames/dead.json', folder), 'utf8'))
    const [relu, leaky] = members.map(({ history: { steps, metrics } }) => ({
      silent: (step: number) => Math.round((metrics['silent']?.[steps.indexOf(step)] ?? Number.NaN) * units),
      right: (step: number) => metrics['accuracy']?.[steps.indexOf(step)],
      steps,
    }))
    expect([120, 140, 600].map((step) => relu?.silent(step))).toEqual([16, 25, 25])
    expect([120, 140, 600].map((step) => percent(relu?.right(step)))).toEqual(['99.5%', '50.0%', '50.0%'])
    const { on } = members[0]?.frame as DeadFrame
    expect([...on.subarray(24)].filter((share) => share === 0)).toHaveLength(12)
    const counts = leaky?.steps.map((step) => leaky.silent(step)) ?? []
    expect(Math.max(...counts)).toBe(5)
    expect(counts.some((count, i) => count > (counts[i - 1] ?? count))).toBe(true)
    expect(counts.some((count, i) => count < (counts[i - 1] ?? count))).toBe(true)
    expect(leaky?.steps.find((_, i) => leaky.steps.slice(i).every((step) => leaky.right(step) === 1))).toBe(
      75,
    )
    expectInBoth('16', '25', '36', '99.5%', '50%', '120', '140', '75', '600')
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
  it('a rate of 0.2 keeps the units alive, a rate of 3 kills those of ReLU and breaks the leaky twin', async () => {
    const silentAt = async (learningRate: number, member: number, steps: readonly number[]) => {
      const values = { ...defaultValues(dead.spec.params), learningRate }
      const run = await dead.create(values, { rng: makeRng(values.seed), backend: 'cpu', member })
      const told = []
      let done = 0
      for (const step of steps) {
        for (; done < step; done++) await run.step()
        const { silent, accuracy, loss } = (await run.measure?.()) ?? {}
        told.push({
          silent: Math.round((silent ?? Number.NaN) * 36),
          accuracy,
          finite: Number.isFinite(loss),
        })
      }
      run.dispose()
      return told
    }
    for (const member of [0, 1]) {
      const [start, , end] = await silentAt(0.2, member, [0, 100, 600])
      expect(end?.silent).toBeLessThan(start?.silent ?? 0)
      expect(end?.accuracy).toBe(1)
    }
    expect((await silentAt(0.2, 0, [100]))[0]?.accuracy).toBe(1)
    expect((await silentAt(3, 0, [600]))[0]).toMatchObject({ silent: 24, finite: true })
    expect((await silentAt(3, 1, [10]))[0]?.finite).toBe(false)
  })
  it('three layers and Adam teach the spiral to sigmoids, five times as late as to ReLU', async () => {
    const preset = race.spec.presets?.['adam'] ?? {}
    const rightAfter = async (activation: 'sigmoid' | 'relu', steps: number) => {
      const values = { ...defaultValues(race.spec.params), ...preset, activations: [activation] }
      const run = await race.create(values, { rng: makeRng(values.seed), backend: 'cpu', member: 0 })
      for (let i = 0; i < steps; i++) await run.step()
      const { accuracy } = (await run.measure?.()) ?? {}
      run.dispose()
      return accuracy
    }
    expect(await rightAfter('sigmoid', 500)).toBe(1)
    expect(await rightAfter('relu', 100)).toBe(1)
    expectInBoth('500', '100')
  })
  it('tanh stumbles in the race, and is back ten updates later', async () => {
    const values = { ...defaultValues(race.spec.params), activations: ['tanh'] as const }
    const run = await race.create(values, { rng: makeRng(values.seed), backend: 'cpu', member: 0 })
    await run.steps?.(300)
    expect(percent((await run.measure?.())?.['accuracy'])).toBe('82.5%')
    await run.steps?.(10)
    expect((await run.measure?.())?.['accuracy']).toBe(1)
    run.dispose()
    expectInBoth('82.5%')
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
