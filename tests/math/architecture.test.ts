import { describe, expect, it } from 'vitest'
import { MOST_WEIGHTS, planNetwork, type NetLayer } from '../../src/math/architecture.ts'

const IMAGE = { height: 28, width: 28, channels: 1 }
const conv = (filters: number, size: number, more: object = {}): NetLayer => ({
  kind: 'conv',
  filters,
  size,
  stride: 1,
  dilation: 1,
  padding: 'valid',
  activation: 'relu',
  ...more,
})
const pool = (size: number, stride = size): NetLayer => ({
  kind: 'pool',
  how: 'max',
  size,
  stride,
  padding: 'valid',
})
const dense = (units: number): NetLayer => ({ kind: 'dense', units, activation: 'relu' })
const shapes = (layers: readonly NetLayer[]): number[][] =>
  planNetwork(IMAGE, layers, 10).plan?.layers.map(({ output }) => Object.values(output) as number[]) ?? []

describe('a network for images', () => {
  it('without layers is softmax regression', () => {
    const { plan } = planNetwork(IMAGE, [], 10)
    expect(plan).toMatchObject({ weights: 7850, multiplications: 7840 })
  })

  it('follows an image through convolutions, pools and dense layers, and counts', () => {
    expect(shapes([conv(8, 5), pool(2), conv(16, 5), pool(2), dense(32)])).toEqual([
      [24, 24, 8],
      [12, 12, 8],
      [8, 8, 16],
      [4, 4, 16],
      [1, 1, 32],
      [1, 1, 10],
    ])
    const { plan } = planNetwork(IMAGE, [conv(8, 5), pool(2), conv(16, 5), pool(2)], 10)
    expect(plan?.layers.map(({ weights }) => weights)).toEqual([208, 0, 3216, 0, 2570])
    expect(plan?.multiplications).toBe(25 * 8 * 24 * 24 + 25 * 8 * 16 * 8 * 8 + 2560)
  })

  it('knows strides, padding, dilation and the global pool', () => {
    expect(shapes([conv(4, 3, { stride: 2, padding: 'same' })])[0]).toEqual([14, 14, 4])
    expect(shapes([conv(4, 3, { dilation: 3 })])[0]).toEqual([22, 22, 4])
    expect(shapes([pool(3, 2)])[0]).toEqual([13, 13, 1])
    expect(shapes([conv(6, 3), { kind: 'batch-norm' }, { kind: 'global-pool' }])).toEqual([
      [26, 26, 6],
      [26, 26, 6],
      [1, 1, 6],
      [1, 1, 10],
    ])
  })

  it.each([
    ['a kernel larger than the image', [conv(4, 29)], 0, 'window-too-large'],
    ['a dilated kernel larger than its map', [pool(4), conv(4, 3, { dilation: 4 })], 1, 'window-too-large'],
    ['a pool too many', [pool(4), pool(4), pool(2)], 2, 'window-too-large'],
    ['a convolution after a dense layer', [dense(8), conv(4, 1)], 1, 'no-map'],
    ['a pool after the global pool', [{ kind: 'global-pool' }, pool(1)], 1, 'no-map'],
    ['more weights than a page can train', [dense(2048), dense(2048)], 1, 'too-many-weights'],
  ] as [string, NetLayer[], number, string][])('can’t have %s, and says where', (_, layers, at, code) => {
    const { problem, ...rest } = planNetwork(IMAGE, layers, 10)
    expect(rest).toEqual({ at })
    expect(problem?.code).toBe(code)
  })

  it('counts the head too', () => {
    const layers = [conv(256, 1, { padding: 'same' })]
    expect(planNetwork(IMAGE, layers, 10)).toMatchObject({ at: 1, problem: { most: MOST_WEIGHTS } })
  })
})
