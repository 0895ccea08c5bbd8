import { afterEach, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { read } from '../../../src/core/backend/read.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { NODE_BACKENDS, openInNode } from '../nodeBackend.ts'

let opened: OpenBackend | undefined
afterEach(() => {
  opened?.close()
  opened = undefined
})

describe.each(NODE_BACKENDS)('%s', (id) => {
  it('opens, passes its self-test and multiplies', async () => {
    opened = await openInNode(id)
    expect(tf.getBackend()).toBe(id)
    expect(opened.selfTest.every((result) => result.passed)).toBe(true)
    expect(await read(tf.matMul(tf.ones([2, 3]), tf.ones([3, 2])))).toEqual(Float32Array.of(3, 3, 3, 3))
  })
})
