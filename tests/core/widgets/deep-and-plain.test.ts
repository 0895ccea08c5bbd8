import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { read } from '../../../src/core/backend/read.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { weightsOf } from '../../../src/core/models/model.ts'
import { makeLoss } from '../../../src/core/losses/loss.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import { makeNet, type Values } from '../../../src/widgets/deep-and-plain/model/net.ts'
import { measureGradients, measureVariety } from '../../../src/widgets/deep-and-plain/model/profiles.ts'
import spec from '../../../src/widgets/deep-and-plain/spec.ts'
import { openInNode } from '../nodeBackend.ts'

let opened: OpenBackend
beforeAll(async () => {
  opened = await openInNode('cpu')
})
afterAll(() => opened.close())

const values = { ...defaultValues(spec.params), depth: 3, units: 4 } as Values

describe('twins', () => {
  it('draw the same numbers: only the layers with skips start smaller, by the root of the depth', async () => {
    const [plain, skips] = [false, true].map((given) => makeNet(makeRng(1), { ...values, skips: given }))
    for (const [path, variable] of Object.entries(weightsOf(plain))) {
      const [a, b] = [await read(variable), await read(weightsOf(skips)[path])]
      const inner = path === 'hidden-2/kernel' || path === 'hidden-3/kernel'
      expect(b, path).toEqual(inner ? a.map((weight) => weight / Math.sqrt(3)) : a)
    }
    expect(skips.stages.map(({ adds }) => adds)).toEqual([false, true, true, false])
    plain.dispose()
    skips.dispose()
  })

  it('in the order that exercises count on: the deepest plain network first', () => {
    const ids = spec.run?.members?.({ ...values, depth: 32 }).map(({ id }) => id)
    expect(ids).toEqual(['plain-32', 'plain-16', 'plain-4', 'skips-32', 'skips-16', 'skips-4'])
  })
})

describe('profiles', () => {
  it('gradients agree with finite differences of the loss', async () => {
    const model = makeNet(makeRng(2), { ...values, skips: true, activation: 'tanh' })
    const x = tf.tensor2d([0.3, -0.7, 1.2, 0.4], [2, 2])
    const t = tf.tensor2d([0, 1], [2, 1])
    const lossOf = makeLoss('binary-cross-entropy-logits')
    const loss = (): tf.Scalar => lossOf.mean(model.apply(x), t)
    const norms = await measureGradients(model, loss)
    expect(norms.length).toBe(3)
    const { kernel, bias } = model.stages[1].dense.weights
    let squares = 0
    for (const variable of [kernel, bias] as (tf.Variable | undefined)[]) {
      if (!variable) continue
      const start = await read(variable)
      for (let i = 0; i < start.length; i++) {
        const at = async (step: number): Promise<number> => {
          const moved = start.slice()
          moved[i] += step
          variable.assign(tf.tensor(moved, variable.shape))
          const value = loss()
          const [number] = await read(value)
          value.dispose()
          return number
        }
        squares += ((await at(1e-2)) - (await at(-1e-2))) ** 2 / 4e-4
      }
      variable.assign(tf.tensor(start, variable.shape))
    }
    expect(norms[1] / Math.sqrt(squares)).toBeCloseTo(1, 2)
    model.dispose()
  })

  it('variety is 0 where every point gets the same answer, and at most 1', async () => {
    const model = makeNet(makeRng(2), values)
    const same = tf.tensor2d([0.3, -0.7, 0.3, -0.7], [2, 2])
    const apart = tf.tensor2d([2, 0, -2, 0.1], [2, 2])
    for (const share of await measureVariety(model, same)) expect(share).toBeCloseTo(0, 5)
    for (const share of await measureVariety(model, apart)) {
      expect(share).toBeGreaterThan(0)
      expect(share).toBeLessThanOrEqual(1)
    }
    model.dispose()
  })
})
