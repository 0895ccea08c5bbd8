import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../src/core/backend/open.ts'
import { read } from '../../src/core/backend/read.ts'
import * as tf from '../../src/core/backend/tf.ts'
import { variableOf } from '../../src/core/layers/layer.ts'
import { byKernels, inPlace, makeOptimizer } from '../../src/core/optimizers.ts'
import { countTensors } from '../../src/core/training.ts'
import { optimizers } from '../../src/math/optimizers/index.ts'
import { fillIn } from '../../src/math/parameter.ts'
import { sample } from './checks/finiteDifferences.ts'
import { NODE_BACKENDS, openInNode } from './nodeBackend.ts'

// More than one block of the vector program, and not a multiple of it.
const SIZE = 1500

describe.each(NODE_BACKENDS)('%s', (id) => {
  let backend: OpenBackend
  beforeAll(async () => {
    backend = await openInNode(id)
  })
  afterAll(() => backend.close())

  describe.each([...optimizers.values()])('$id', (rule) => {
    const start = (label: string) => variableOf(sample([SIZE], label), [SIZE])
    const hyper = fillIn(rule.hyper, { decay: 0.01, momentum: 0.9, centered: 1 })

    it('updates in place bit for bit as by kernels', async () => {
      const run = async (make: typeof inPlace): Promise<Float32Array[]> => {
        const weight = start('weight')
        const slots = Object.fromEntries(
          rule.slots.map((slot) => [
            slot,
            variableOf(new Float32Array(SIZE).fill(rule.initialSlot(slot, hyper)), [SIZE]),
          ]),
        )
        const updater = make(rule, hyper)
        for (let update = 1; update <= 5; update++) {
          const gradient = tf.tensor1d(sample([SIZE], `gradient ${update}`))
          updater.update([{ weight, gradient, slots }], rule.factors(0.01, update, hyper))
          gradient.dispose()
        }
        const values = [
          await read(weight),
          ...(await Promise.all(Object.values(slots).map((slot) => read(slot)))),
        ]
        tf.dispose([weight, ...Object.values(slots)])
        updater.dispose()
        return values
      }
      const [loops, kernels] = [await run(inPlace), await run(byKernels)]
      expect(loops).toEqual(kernels)
      expect(loops[0]).not.toEqual(sample([SIZE], 'weight'))
    })

    it('goes on exactly from what it saved, and leaves no tensor', async () => {
      const before = countTensors()
      const variables = { a: start('a'), b: variableOf(sample([3], 'b'), [3]) }
      const make = () => makeOptimizer(rule.id, hyper, variables)
      const step = (optimizer: ReturnType<typeof make>, update: number): void => {
        const gradients = {
          a: tf.tensor1d(sample([SIZE], `a ${update}`)),
          b: tf.tensor1d(sample([3], `b ${update}`)),
        }
        optimizer.apply(gradients, 0.01, update)
        tf.dispose(Object.values(gradients))
      }
      const first = make()
      step(first, 1)
      step(first, 2)
      const [savedA, savedB, slots] = [await read(variables.a), await read(variables.b), await first.save()]
      step(first, 3)
      const wanted = [await read(variables.a), await read(variables.b)]
      first.dispose()

      const second = make()
      second.restore(slots)
      tf.tidy(() => {
        variables.a.assign(tf.tensor1d(savedA))
        variables.b.assign(tf.tensor1d(savedB))
      })
      step(second, 3)
      expect([await read(variables.a), await read(variables.b)]).toEqual(wanted)
      second.dispose()
      tf.dispose(Object.values(variables))
      expect(countTensors()).toBe(before)
    })
  })

  it('does not change a clone that someone keeps', async () => {
    const weight = variableOf(Float32Array.of(1, 2), [2])
    const kept = weight.clone()
    const optimizer = makeOptimizer('sgd', {}, { weight })
    const gradient = tf.tensor1d([1, 1])
    optimizer.apply({ weight: gradient }, 0.5, 1)
    expect([...(await read(kept))]).toEqual([1, 2])
    expect([...(await read(weight))]).toEqual([0.5, 1.5])
    optimizer.dispose()
    tf.dispose([weight, kept, gradient])
  })

  it('refuses the slots of another model', async () => {
    const weight = variableOf(Float32Array.of(1, 2), [2])
    const optimizer = makeOptimizer('adam', {}, { weight })
    const other = makeOptimizer('momentum', {}, { weight })
    const saved = await other.save()
    expect(() => optimizer.restore(saved)).toThrow(RangeError)
    optimizer.dispose()
    other.dispose()
    weight.dispose()
  })
})
