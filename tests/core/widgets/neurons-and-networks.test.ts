import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { runTrial } from '../../../src/headless/trial.ts'
import type { SpecValues } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import playground from '../../../src/widgets/playground/experiment.ts'
import neuronSpec from '../../../src/widgets/neuron/spec.ts'
import { compute, lineOf, moveLine, turnArrow } from '../../../src/widgets/neuron/view/neuron.ts'
import { openInNode } from '../nodeBackend.ts'

let opened: OpenBackend
beforeAll(async () => {
  opened = await openInNode('cpu')
})
afterAll(() => opened.close())

type Given = SpecValues<typeof playground.spec>

/** Metrics of the first run, by step. */
async function train(given: Partial<Given>, steps: number) {
  const values = { ...defaultValues(playground.spec.params), ...given } as Given
  const [{ history }] = await runTrial(playground, values, steps, 'cpu')
  return (step: number) => {
    const row = history.steps.indexOf(step)
    return {
      accuracy: history.metrics['accuracy']?.[row] ?? NaN,
      train: history.metrics['train']?.[row] ?? NaN,
      test: history.metrics['test']?.[row] ?? NaN,
    }
  }
}
const layers = (activation: 'tanh' | 'relu', ...units: number[]) =>
  units.map((n) => ({ units: n, activation }))

describe('what the chapter says of exclusive or', () => {
  const xor = { data: 'xor', noise: 0.1, updates: 1000 } as const

  test('four tanh units get 96.5 % of the test points; none, no more than a coin', async () => {
    const four = await train({ ...xor, layers: layers('tanh', 4) }, 1000)
    expect(four(1000).accuracy).toBeCloseTo(0.965, 3)
    const none = await train({ ...xor, layers: [] }, 1000)
    expect(none(1000).accuracy).toBeLessThan(0.6)
    expect(none(1000).train).toBeCloseTo(Math.LN2, 2)
  })

  test('two units stay below nine tenths, four ReLU units reach 97 % with each of five seeds', async () => {
    expect((await train({ ...xor, layers: layers('tanh', 2) }, 1000))(1000).accuracy).toBeLessThan(0.9)
    for (const seed of [1, 2, 3, 4, 5]) {
      const relu = await train({ ...xor, seed, layers: layers('relu', 4) }, 1000)
      expect(relu(1000).accuracy).toBeGreaterThanOrEqual(0.97)
      const wide = await train({ ...xor, seed, layers: layers('tanh', 8) }, 1000)
      expect(wide(1000).accuracy).toBeGreaterThanOrEqual(0.97)
    }
  })
})

describe('what the chapter says of the spirals', () => {
  const spirals = { optimizer: 'sgd', learningRate: 0.1, updates: 1000 } as const

  test('two layers: 68 % after 100 updates, 95 % after 300, all after 800', async () => {
    const at = await train(spirals, 1000)
    expect(at(100).accuracy).toBeCloseTo(0.68, 2)
    expect(at(300).accuracy).toBeCloseTo(0.95, 2)
    expect(at(800).accuracy).toBe(1)
  })

  test('one layer needs 1,000 updates for what two learn in 400; with sines four units need 50', async () => {
    const two = await train(spirals, 400)
    const one = await train({ ...spirals, layers: layers('tanh', 8) }, 1000)
    expect(one(1000).accuracy).toBeGreaterThanOrEqual(two(400).accuracy)
    expect(one(800).accuracy).toBeLessThan(two(400).accuracy)
    const features = ['x', 'y', 'sin-x', 'sin-y'] as Given['features']
    const few = await train({ ...spirals, layers: layers('tanh', 4), features }, 50)
    expect(few(50).accuracy).toBe(1)
  })

  test('at a rate of 10 it breaks: worse than a coin’s loss to the end', async () => {
    const at = await train({ ...spirals, learningRate: 10 }, 1000)
    expect(at(1000).train).toBeGreaterThan(Math.LN2)
  })

  test('the overfitting preset: no training loss left, and a rising test loss', async () => {
    const at = await train({ ...playground.spec.presets?.['overfit'] }, 1000)
    expect(at(1000).train).toBeLessThan(0.001)
    expect(at(1000).test).toBeGreaterThan(2 * at(50).test)
  })
})

describe('one neuron', () => {
  const values = defaultValues(neuronSpec.params)

  test('the line stays where it is when weights and bias are doubled', () => {
    const doubled = { ...values, w1: 2 * values.w1, w2: 2 * values.w2, bias: 2 * values.bias }
    expect(lineOf(doubled)?.foot).toEqual(lineOf(values)?.foot)
    expect(compute(doubled).z).toBeCloseTo(2 * compute(values).z, 12)
  })

  test('its foot is on the line, |b| / ‖w‖ from the centre', () => {
    const given = { w1: 2, w2: 1, bias: -1 }
    const foot = lineOf(given)?.foot ?? [NaN, NaN]
    expect(2 * foot[0] + foot[1] - 1).toBeCloseTo(0, 12)
    expect(Math.hypot(...foot)).toBeCloseTo(1 / Math.sqrt(5), 12)
  })

  test('turning the arrow keeps the line on its foot; moving the line keeps the weights', () => {
    const turned = { ...values, ...turnArrow([0.4, -0.2], 1.4, 0.8) }
    expect(turned.w1 * 0.4 + turned.w2 * -0.2 + turned.bias).toBeCloseTo(0, 2)
    expect(moveLine(values, 1, 1)).toEqual({ bias: -0.5 })
  })

  test('weights of nothing draw no line', () => {
    expect(lineOf({ w1: 0, w2: 0, bias: 1 })).toBeUndefined()
  })
})
