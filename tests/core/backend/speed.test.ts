import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { corrections } from '../../../src/core/backend/corrections.ts'
import { read } from '../../../src/core/backend/read.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { errorOf } from '../checks/corrections.ts'
import { sampleTensor as r } from '../checks/finiteDifferences.ts'
import { openInNode } from '../nodeBackend.ts'

const PAIRS = 7
const RUNS = 4

let backend: OpenBackend
beforeAll(async () => {
  backend = await openInNode('wasm')
})
afterAll(() => backend.close())

/** Processor time of this process, which other work on the machine does not lengthen as it does wall time. */
function processorTime(f: () => tf.Tensor): number {
  const start = process.cpuUsage()
  for (let i = 0; i < RUNS; i++) f().dispose()
  const { user, system } = process.cpuUsage(start)
  return user + system
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]

it.each([
  {
    correction: 'wasmTransposedMatMul',
    inputs: () => [r([192, 192], 'a'), r([192, 192], 'b')],
    run: (a: tf.Tensor, b: tf.Tensor) => tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D, true, true),
  },
  {
    correction: 'wasmConv2DBackpropInput',
    inputs: () => [r([8, 20, 20, 8], 'dy'), r([3, 3, 8, 8], 'filter')],
    run: (dy: tf.Tensor, filter: tf.Tensor) =>
      tf.conv2dTranspose(dy as tf.Tensor4D, filter as tf.Tensor4D, [8, 20, 20, 8], 1, 'same'),
  },
])(
  '$correction gives the same result in less than half the time',
  { timeout: 60_000 },
  async ({ correction, inputs, run }) => {
    const [a, b] = inputs()
    const once = () => run(a, b)
    const result = async (): Promise<Float32Array> => {
      const tensor = once()
      const values = await read(tensor)
      tensor.dispose()
      return values
    }
    const ratios: number[] = []
    const corrected = await result()
    let undo = backend.corrections.get(correction)!
    for (let pair = 0; pair < PAIRS; pair++) {
      const withIt = processorTime(once)
      undo()
      if (pair === 0) expect(errorOf({ actual: corrected, expected: await result() })).toBeLessThan(1e-4)
      const without = processorTime(once)
      undo = corrections[correction].apply()
      ratios.push(withIt / without)
    }
    expect(median(ratios)).toBeLessThan(0.5)
    tf.dispose([a, b])
  },
)
