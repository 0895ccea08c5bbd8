import { afterEach, describe, expect, it } from 'vitest'
import { benchmark } from '../../../src/core/backend/benchmark.ts'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { openBackend } from '../../../src/core/backend/open.ts'
import { overrideKernel } from '../../../src/core/backend/overrides.ts'
import { BackendProblem } from '../../../src/core/backend/problem.ts'
import { read } from '../../../src/core/backend/read.ts'
import { runSelfTest } from '../../../src/core/backend/selfTest.ts'
import { selfTestCases } from '../../../src/core/backend/selfTestCases.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { countTensors } from '../../../src/core/training.ts'
import { NODE_BACKENDS, openInNode } from '../nodeBackend.ts'

let opened: OpenBackend | undefined
afterEach(() => {
  opened?.close()
  opened = undefined
})

/** What the book's models compute with. */
const KERNELS = [
  'Add AddN Sub Multiply RealDiv Maximum Minimum Neg Abs Square Sqrt Exp Log Tanh Sigmoid Softplus Elu Relu LeakyRelu Step',
  'Greater GreaterEqual Equal Select Sum Mean Max Min Slice GatherV2 Fill Pack Concat Transpose BatchMatMul UnsortedSegmentSum',
  'Conv2D Conv2DBackpropInput MaxPool MaxPoolGrad AvgPool',
].flatMap((line) => line.split(' '))

describe.each(NODE_BACKENDS)('%s', (id) => {
  it('opens, passes its self-test and multiplies', async () => {
    opened = await openInNode(id)
    expect(tf.getBackend()).toBe(id)
    expect(opened.selfTest.map((result) => result.passed)).toEqual(selfTestCases.map(() => true))
    const product = tf.tidy(() => tf.matMul(tf.ones([2, 3]), tf.ones([3, 2])))
    expect(await read(product)).toEqual(Float32Array.of(3, 3, 3, 3))
    product.dispose()
  })

  it('gives what it reads away: changing it changes nothing', async () => {
    opened = await openInNode(id)
    const x = tf.tensor1d([1, 2, 3])
    const values = await read(x)
    values.fill(9)
    expect([...(await read(x))]).toEqual([1, 2, 3])
    expect(structuredClone(values, { transfer: [values.buffer] })).toHaveLength(3)
    expect([...(await read(x))]).toEqual([1, 2, 3])
    x.dispose()
  })

  it('leaves no tensor after the self-test', async () => {
    opened = await openInNode(id)
    expect(countTensors()).toBe(0)
    await runSelfTest(selfTestCases)
    expect(countTensors()).toBe(0)
  })

  it('refuses a second backend in the same worker', async () => {
    opened = await openInNode(id)
    await expect(openInNode(id)).rejects.toMatchObject({ reason: 'unavailable' })
  })

  it.each(KERNELS)('is refused with a broken %s kernel', async (kernelName) => {
    opened = await openInNode(id)
    const undo = overrideKernel(kernelName, id, (original) => (call) => {
      const result = original!(call)
      const [first, ...others] = Array.isArray(result) ? result : [result]
      const values = tf.backend().readSync(first.dataId) as Float32Array
      const wrong = first.dtype === 'bool' ? values.map((value) => 1 - value) : values.map((x) => x + 0.01)
      const broken = { ...first, dataId: tf.backend().write(wrong, first.shape, first.dtype) }
      return Array.isArray(result) ? [broken, ...others] : broken
    })
    const results = await runSelfTest(selfTestCases)
    undo()
    expect(results.some((result) => !result.passed)).toBe(true)
    expect((await runSelfTest(selfTestCases)).every((result) => result.passed)).toBe(true)
  })

  it('is refused when a check of its self-test fails, and says which', async () => {
    const wrong = { id: 'sum', compute: () => tf.sum(tf.ones([3])), expected: [4], tolerance: 1e-3 }
    const throwing = {
      id: 'throws',
      compute: () => {
        throw new Error('no such kernel')
      },
      expected: [0],
      tolerance: 1,
    }
    const problem = await openInNode(id, { checks: [wrong, throwing] }).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(BackendProblem)
    expect(problem).toMatchObject({ backend: id, reason: 'self-test-failed' })
    expect((problem as BackendProblem).details).toMatch(/sum: .*throws: no such kernel/)
    opened = await openInNode(id)
  })

  it.each(['tiny', 'dense', 'conv', 'sequence'] as const)('can be timed at %s work', async (workload) => {
    opened = await openInNode(id)
    let time = 0
    const ms = await benchmark(workload, () => (time += 10))
    expect(ms).toBe(2)
    expect(countTensors()).toBe(0)
  })
})

it.each(['webgl', 'webgpu'] as const)('%s says that plain Node has none', async (id) => {
  await expect(openBackend(id)).rejects.toMatchObject({ backend: id, reason: 'unavailable' })
})

it('says when the binaries of wasm are missing', async () => {
  await expect(openInNode('wasm', { wasmPaths: '/nowhere/' })).rejects.toMatchObject({
    reason: 'initialisation-failed',
  })
})
