import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { runTrial } from '../../../src/headless/trial.ts'
import type { SpecValues } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/training-bench/experiment.ts'
import { makePupil } from '../../../src/widgets/training-bench/model/pupil.ts'
import { weightsOf } from '../../../src/core/models/model.ts'
import { read } from '../../../src/core/backend/read.ts'
import { SWITCHES, type BenchFrame } from '../../../src/widgets/training-bench/spec.ts'
import { openInNode } from '../nodeBackend.ts'

let opened: OpenBackend
beforeAll(async () => {
  opened = await openInNode('cpu')
})
afterAll(() => opened.close())

type Given = SpecValues<typeof experiment.spec>
const values = { ...defaultValues(experiment.spec.params), seeds: 2 } as Given

async function train(given: Partial<Given>, steps: number) {
  const members = await runTrial(experiment, { ...values, ...given }, steps, 'cpu')
  const [twin, plain] = members.map(({ frame, history }) => ({ frame: frame as BenchFrame, history }))
  return { twin, plain }
}
async function weights(given: Partial<Given>, seed: number): Promise<Record<string, Float32Array>> {
  const { model, trainer } = makePupil({ ...values, ...given }, seed)
  const all = Object.entries(weightsOf(model))
  const read_ = await Promise.all(all.map(async ([path, variable]) => [path, await read(variable)] as const))
  trainer.dispose()
  model.dispose()
  return Object.fromEntries(read_)
}

describe('twins', () => {
  it('that differ in nothing are the same to the last bit', async () => {
    const { twin, plain } = await train({ switch: 'none' }, 60)
    expect(twin.history).toEqual(plain.history)
    expect(twin.frame).toEqual(plain.frame)
  })

  it('start with the same numbers wherever shapes agree', async () => {
    const plain = await weights({ switch: 'none' }, 5)
    for (const id of SWITCHES.filter((one) => one !== 'width' && one !== 'initialisation')) {
      const twin = await weights({ switch: id }, 5)
      for (const [path, numbers] of Object.entries(plain))
        expect(twin[path], `${id} ${path}`).toEqual(numbers)
    }
    const larger = await weights({ switch: 'initialisation', scale: 4 }, 5)
    for (const [path, numbers] of Object.entries(plain))
      expect(larger[path]).toEqual(path.endsWith('kernel') ? numbers.map((w) => 4 * w) : numbers)
  })

  it('see the same points, and each seed its own', () => {
    const plain = makePupil({ ...values, switch: 'none' }, 1)
    const stopper = makePupil({ ...values, switch: 'early-stopping' }, 1)
    const other = makePupil({ ...values, switch: 'none' }, 2)
    expect(stopper.test).toEqual(plain.test)
    expect([...stopper.train.inputs, ...stopper.validation.inputs]).toEqual([...plain.train.inputs])
    expect(stopper.validation.targets.length).toBe(10)
    expect(other.train.inputs).not.toEqual(plain.train.inputs)
    for (const { model, trainer } of [plain, stopper, other]) {
      trainer.dispose()
      model.dispose()
    }
  })
})

describe('every switch', () => {
  it.each(SWITCHES.filter((id) => id !== 'none'))('%s changes the run', async (id) => {
    const layers = id === 'residual' ? 3 : 2
    const steps = id === 'early-stopping' ? 120 : 30
    const { twin, plain } = await train({ switch: id, layers, patience: 20 }, steps)
    expect(twin.frame.test).not.toEqual(plain.frame.test)
    expect(Number.isFinite(twin.history.metrics['gap']?.at(-1))).toBe(true)
  })
})

describe('early stopping', () => {
  it('goes back to the weights with the least validation loss, and stays there', async () => {
    const { twin } = await train({ switch: 'early-stopping', patience: 50, seed: 4 }, 600)
    for (const at of twin.frame.at) {
      expect(at % 10).toBe(0)
      expect(at).toBeLessThan(600)
    }
    const early = await train(
      { switch: 'early-stopping', patience: 50, seed: 4 },
      Math.max(...twin.frame.at) + 100,
    )
    expect(early.twin.frame.test).toEqual(twin.frame.test)
  })
})
