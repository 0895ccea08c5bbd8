import * as library from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { read } from '../../../src/core/backend/read.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { errorOf } from '../checks/corrections.ts'
import { bothGradients, sampleTensor as r } from '../checks/finiteDifferences.ts'
import { NODE_BACKENDS, openInNode } from '../nodeBackend.ts'

describe.each(NODE_BACKENDS)('%s', (id) => {
  let backend: OpenBackend
  beforeAll(async () => {
    backend = await openInNode(id)
  })
  afterAll(() => backend.close())

  it('batch normalisation without scale and offset has a gradient', async () => {
    const statistics = () => [r([3], 'mean'), tf.exp(r([3], 'variance'))] as [tf.Tensor1D, tf.Tensor1D]
    const gradient = (batchNorm: typeof tf.batchNorm) =>
      tf.grad((x) => batchNorm(x, ...statistics(), undefined, undefined, 1e-3))(r([4, 3], 'x'))
    expect(() => gradient(library.batchNorm as typeof tf.batchNorm)).toThrow(TypeError)
    expect(errorOf(await bothGradients((x) => tf.batchNorm(x, ...statistics()), [4, 3]))).toBeLessThan(1e-4)
  })

  it('the sampler is refused', () => {
    expect(() => tf.multinomial()).toThrow(/math\/rng/)
  })

  describe('einsum', () => {
    it.each([
      ['ij,jk->ik', [2, 3], [3, 4]],
      ['bij,bjk->bik', [2, 2, 3], [2, 3, 4]],
      ['bhid,bhjd->bhij', [2, 2, 3, 4], [2, 2, 2, 4]],
      ['ij,kj->ki', [2, 3], [4, 3]],
      ['ij,k->j', [2, 3], [2]],
      ['i,j->ji', [2], [3]],
    ])(
      '%s agrees with loops, and its gradients with finite differences',
      async (equation, shapeA, shapeB) => {
        const [a, b] = [r(shapeA, 'a'), r(shapeB, 'b')]
        const actual = await read(tf.einsum(equation, a, b))
        expect(errorOf({ actual, expected: await loops(equation, a, b) })).toBeLessThan(1e-5)
        expect(errorOf(await bothGradients((x) => tf.einsum(equation, x, b), shapeA))).toBeLessThan(1e-4)
        expect(errorOf(await bothGradients((x) => tf.einsum(equation, a, x), shapeB))).toBeLessThan(1e-4)
      },
    )

    it('has no gradient in the library', () => {
      expect(() => tf.grad((x) => library.einsum('ij,jk->ik', x, r([3, 2], 'b')))(r([2, 3], 'a'))).toThrow()
    })

    it('takes one operand', async () => {
      const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3])
      expect([...(await read(tf.einsum('ij->ji', x)))]).toEqual([1, 4, 2, 5, 3, 6])
      expect([...(await read(tf.einsum('ij->j', x)))]).toEqual([5, 7, 9])
    })

    it('refuses what does not fit', () => {
      expect(() => tf.einsum('ij,jk->il', r([2, 3], 'a'), r([3, 2], 'b'))).toThrow(RangeError)
      expect(() => tf.einsum('ij,jk->ik', r([2, 3], 'a'), r([2, 2], 'b'))).toThrow(RangeError)
      expect(() => tf.einsum('ii->i', r([2, 2], 'a'))).toThrow(RangeError)
    })
  })
})

/** Sums over every combination of indices. */
async function loops(equation: string, a: tf.Tensor, b: tf.Tensor): Promise<Float64Array> {
  const [left, result] = equation.split('->')
  const [labelsA, labelsB] = left.split(',')
  const sizes = new Map([...labelsA].map((label, axis) => [label, a.shape[axis]]))
  ;[...labelsB].forEach((label, axis) => sizes.set(label, b.shape[axis]))
  const [valuesA, valuesB] = [await read(a), await read(b)]
  const flat = (labels: string, at: Map<string, number>) =>
    [...labels].reduce((index, label) => index * sizes.get(label)! + at.get(label)!, 0)
  const sums = new Float64Array([...result].reduce((product, label) => product * sizes.get(label)!, 1))
  const visit = (rest: string[], at: Map<string, number>): void => {
    const [label, ...others] = rest
    if (label === undefined) {
      sums[flat(result, at)] += valuesA[flat(labelsA, at)] * valuesB[flat(labelsB, at)]
      return
    }
    for (let i = 0; i < sizes.get(label)!; i++) visit(others, new Map([...at, [label, i]]))
  }
  visit([...sizes.keys()], new Map())
  return sums
}
