import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { makeTrack } from '../../../src/core/run/track.ts'
import { getOptimizer } from '../../../src/math/optimizers/index.ts'
import { fillIn } from '../../../src/math/parameter.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/playground/experiment.ts'
import { hyperKey, hyperOf, hyperParams } from '../../../src/widgets/playground/spec/hyper.ts'
import {
  EDGE,
  FIELD,
  OPTIMIZERS,
  type PlaygroundValues,
} from '../../../src/widgets/playground/spec/params.ts'
import { DEAD, SATURATED } from '../../../src/widgets/playground/spec/traffic.ts'
import { follow } from '../../../src/widgets/playground/view/follow.ts'
import { openInNode } from '../nodeBackend.ts'

let opened: OpenBackend
beforeAll(async () => {
  opened = await openInNode('cpu')
})
afterAll(() => opened.close())

const LOOK = { values: {}, width: 624 }
const POINTS = [
  { x: -1, y: 0, label: 0 },
  { x: -1.5, y: 1, label: 0 },
  { x: 1, y: 0, label: 1 },
  { x: 1.5, y: 1, label: 1 },
]

async function withRun<T>(
  changes: Partial<PlaygroundValues>,
  use: (run: Awaited<ReturnType<typeof experiment.create>>) => Promise<T>,
): Promise<T> {
  const values = { ...defaultValues(experiment.spec.params), ...changes }
  const run = await experiment.create(values, { rng: makeRng(values.seed), backend: 'cpu', member: 0 })
  try {
    return await use(run)
  } finally {
    run.dispose()
  }
}
async function advance(run: Awaited<ReturnType<typeof experiment.create>>, steps: number): Promise<void> {
  for (let i = 0; i < steps; i++) await run.step()
}

describe('the reader’s own numbers', () => {
  const numbers = Array.from({ length: 24 }, (_, i) => {
    const [x, y] = [((i % 6) - 2.5) * 0.7, (Math.floor(i / 6) - 1.5) * 0.9]
    return { x, y, label: Math.tanh(x) * 0.8 }
  })
  it('are split, learned, and drawn with what they are', async () => {
    await withRun({ data: 'own-numbers', numbers, testShare: 0.25, batch: 8 }, async (run) => {
      const start = await run.frame(LOOK)
      expect(start.classes).toBe(0)
      expect([start.train.length, start.test.length]).toEqual([18 * 3, 6 * 3])
      await advance(run, 300)
      const { score, field } = await run.frame(LOOK)
      expect(score.test).toBeGreaterThan(0.9)
      expect(field.length).toBe(FIELD * FIELD)
    })
  })
  it('change under the network’s feet, as points of classes do', async () => {
    await withRun({ data: 'own-numbers', numbers }, async (run) => {
      await advance(run, 5)
      await run.set?.({ numbers: numbers.slice(0, 12) })
      const { train, test } = await run.frame(LOOK)
      expect(train.length + test.length).toBe(12 * 3)
      await run.set?.({ points: POINTS })
      expect((await run.frame(LOOK)).classes).toBe(0)
    })
  })
})

describe('hyperparameters', () => {
  it('of every update rule are the reader’s, start from the rule’s own numbers, and show for that rule alone', () => {
    const values = defaultValues(experiment.spec.params)
    for (const optimizer of OPTIMIZERS) {
      const { hyper } = getOptimizer(optimizer)
      expect(hyperOf({ ...values, optimizer })).toEqual(fillIn(hyper))
      const shown = Object.entries(hyperParams).flatMap(([key, param]) =>
        param.when?.({ ...values, optimizer }) ? [key] : [],
      )
      expect(shown.sort()).toEqual(
        Object.keys(hyper)
          .map((name) => hyperKey(optimizer, name))
          .sort(),
      )
    }
  })
  it('reach the training', async () => {
    const lossOf = (changes: Partial<PlaygroundValues>) =>
      withRun({ data: 'gauss', optimizer: 'adam', ...changes }, async (run) => {
        await advance(run, 20)
        return (await run.measure?.())?.['train']
      })
    expect(await lossOf({ beta1: 0 })).not.toBe(await lossOf({}))
    expect(await lossOf({ optimizer: 'rmsprop', centered: true })).not.toBe(
      await lossOf({ optimizer: 'rmsprop' }),
    )
  })
})

describe('the playground', () => {
  it.each([
    ['two classes', { loss: 'cross-entropy' }],
    ['two classes, hinge', { loss: 'hinge' }],
    ['two classes, MSE', { loss: 'mse' }],
    ['two classes, MAE', { loss: 'mae' }],
    ['three classes', { classes: 3 }],
    ['four classes, hinge', { classes: 4, loss: 'hinge' }],
    ['three classes, Huber', { classes: 3, loss: 'huber' }],
  ] as const)('learns %s', async (_, changes) => {
    await withRun({ data: 'gauss', ...changes }, async (run) => {
      const before = await run.measure?.()
      await advance(run, 400)
      const after = await run.measure?.()
      expect(after?.['test']).toBeLessThan((before?.['test'] ?? 0) / 2)
      expect(after?.['accuracy']).toBeGreaterThanOrEqual(0.95)
    })
  })

  it.each(['plane', 'gaussian'] as const)('fits the %s', async (data) => {
    await withRun({ data, layers: [{ units: 12, activation: 'tanh' }] }, async (run) => {
      await advance(run, 1500)
      expect((await run.measure?.())?.['accuracy']).toBeGreaterThan(0.9)
    })
  })

  it('says what each point was taken for', async () => {
    await withRun({ data: 'xor', classes: 3, count: 100, testShare: 0.4 }, async (run) => {
      await advance(run, 100)
      const frame = await run.frame(LOOK)
      expect(frame.test.length).toBe(3 * 40)
      expect(frame.confusion.reduce((sum, count) => sum + count, 0)).toBe(40)
      const right = [0, 1, 2].reduce((sum, k) => sum + frame.confusion[k * 4], 0)
      expect(right / 40).toBeCloseTo(frame.score.test, 6)
    })
  })

  it.each([
    ['a plain net', { classes: 3 }],
    ['one with everything', { features: ['x', 'xy'], batchNorm: true, residual: true, dropout: 0.2 }],
  ] as const)('shows arithmetic that gives what %s answers', async (_, changes) => {
    const values = { ...defaultValues(experiment.spec.params), ...changes }
    await withRun(changes, async (run) => {
      await advance(run, 20)
      const { field, layers } = await run.frame(LOOK)
      for (const [column, row] of [
        [3, 60],
        [40, 7],
      ]) {
        const x = (((column + 0.5) / FIELD) * 2 - 1) * EDGE
        const y = -(((row + 0.5) / FIELD) * 2 - 1) * EDGE
        const last = follow(layers, values, x, y).at(-1)
        last?.answers.forEach((answer, k) =>
          expect(answer).toBeCloseTo(field[k * FIELD * FIELD + row * FIELD + column], 3),
        )
        expect(last?.answers).toHaveLength(values.classes > 2 ? values.classes : 1)
      }
    })
  })

  it('takes a weight and a bias by hand', async () => {
    await withRun({}, async (run) => {
      await run.act?.({ kind: 'weight', layer: 1, from: 2, to: 3, value: 0.25 })
      await run.act?.({ kind: 'bias', layer: 0, to: 7, value: -4 })
      await run.act?.({ kind: 'weight', layer: 9, from: 0, to: 0, value: 1 })
      await run.act?.({ kind: 'weight', layer: 0, from: 7, to: 0, value: 1 })
      const { layers } = await run.frame(LOOK)
      expect(layers[1].kernel[2 * 8 + 3]).toBe(0.25)
      expect(layers[0].bias[7]).toBe(-4)
      await advance(run, 5)
      expect((await run.frame(LOOK)).layers[0].bias[7]).not.toBe(-4)
    })
  })

  it('marks dead and saturated units', async () => {
    const layers = [
      { units: 3, activation: 'relu' },
      { units: 2, activation: 'tanh' },
    ] as const
    await withRun({ layers }, async (run) => {
      await run.act?.({ kind: 'bias', layer: 0, to: 1, value: -50 })
      await run.act?.({ kind: 'bias', layer: 1, to: 0, value: 50 })
      const { layers: shown } = await run.frame(LOOK)
      expect(shown[0].health[1]).toBe(DEAD)
      expect(shown[1].health[0]).toBe(SATURATED)
      expect(shown[2].health).toEqual(new Uint8Array(1))
    })
  })

  it('goes on learning when the reader’s points change, and remembers which they were', async () => {
    await withRun({ data: 'own', points: POINTS, testShare: 0.5 }, async (run) => {
      await advance(run, 10)
      const saved = await run.save()
      await run.set?.({ points: [...POINTS, { x: 0, y: -1, label: 1 }] })
      await advance(run, 10)
      expect((await run.frame(LOOK)).train.length + (await run.frame(LOOK)).test.length).toBe(3 * 5)
      await run.restore(saved)
      const frame = await run.frame(LOOK)
      expect([...frame.train.filter((_, i) => i % 3 === 2)]).toEqual([0, 1])
      await run.set?.({ points: [] })
      await advance(run, 3)
      expect(await run.measure?.()).toEqual({ test: 0, train: 0, accuracy: 0, trainAccuracy: 0 })
      await run.set?.({ points: POINTS.slice(0, 1) })
      await advance(run, 3)
      expect((await run.measure?.())?.['train']).toBeGreaterThan(0)
    })
  })

  it.each([
    [{ stop: 'accuracy', stopAccuracy: 0.95 }, 'accuracy', (value: number) => value >= 0.95],
    [{ stop: 'test-loss', stopLoss: 0.1 }, 'test', (value: number) => value <= 0.1],
  ] as const)('stops where %o is met', async (changes, metric, met) => {
    const values = { ...defaultValues(experiment.spec.params), data: 'gauss' as const, ...changes }
    const report = (): void => undefined
    const track = await makeTrack({ experiment, values, member: 0, backend: 'cpu', report })
    await track.advance(2000, true)
    expect(track.finished()).toBe(true)
    const column = track.recorder.all().metrics[metric]
    expect(column.map(met).indexOf(true)).toBe(column.length - 1)
    await track.advance(track.step() + 10)
    expect(track.finished()).toBe(false)
    track.run.dispose()
  })

  it('explains where numbers ran away', async () => {
    const values = { ...defaultValues(experiment.spec.params), ...experiment.spec.presets?.['diverge'] }
    const report = (): void => undefined
    const track = await makeTrack({ experiment, values, member: 0, backend: 'cpu', report })
    await track.advance(1000)
    expect(track.halted()).toMatchObject({ code: 'non-finite', cause: 'rate-too-high' })
    expect(track.halted()?.place).toMatch(/^(hidden-\d|output)\/(kernel|bias)$/)
    track.run.dispose()
  })

  it('gives the network and the points away', async () => {
    await withRun({ classes: 3, count: 20 }, async (run) => {
      const ask = async (kind: 'model' | 'json' | 'points') => (await run.ask?.({ kind }))?.files ?? []
      expect((await ask('model')).map(({ name }) => name)).toEqual(['model.json', 'weights.bin'])
      const [{ content }] = await ask('points')
      expect(String(content).split('\r\n')).toHaveLength(22)
      expect(String(content)).toMatch(/^x,y,class,part\r\n-?\d/)
      const [json] = await ask('json')
      expect(JSON.parse(String(json.content))).toMatchObject({ inputs: ['x₁', 'x₂'], output: 'softmax' })
    })
  })

  it('shows how answers and gradients are spread where that is asked for', async () => {
    await withRun({}, async (run) => {
      expect((await run.frame(LOOK)).spreads).toEqual([])
      const { spreads } = await run.frame({ ...LOOK, values: { panel: 'layers' } })
      const sum = (counts: Int32Array): number => counts.reduce((a, b) => a + b, 0)
      expect(spreads.map(({ answers }) => sum(answers))).toEqual([200 * 8, 200 * 8, 200])
      expect(spreads.map(({ gradients }) => sum(gradients))).toEqual([24, 72, 9])
    })
  })
})
