import { describe, expect, it } from 'vitest'
import { followShapes, parseLayer, parseLayers, parseShape, type Shape } from '../../src/math/shapes.ts'

const follow = (input: string, layers: string) =>
  followShapes(parseShape(input) as Shape, parseLayers(layers))

describe('shapes', () => {
  it('follows an image through a small convolutional network', () => {
    const { steps, problem } = follow(
      '28x28x1',
      'conv 8 5x5, pool 2, conv 16 5x5 same, pool 2 stride 2, flatten, dense 10',
    )
    expect(problem).toBeUndefined()
    expect(steps.map(({ shape }) => shape)).toEqual([
      [24, 24, 8],
      [12, 12, 8],
      [12, 12, 16],
      [6, 6, 16],
      [576],
      [10],
    ])
    expect(steps.map(({ weights }) => weights)).toEqual([208, 0, 3216, 0, 0, 5770])
  })

  it('takes strides, and averages whole maps', () => {
    const { steps } = follow('32 × 32 × 3', 'conv 16 3x3 stride 2 same；conv 32 3 stride 2，global pool')
    expect(steps.map(({ shape }) => shape)).toEqual([[16, 16, 16], [7, 7, 32], [32]])
  })

  it.each([
    ['28x28x1', 'dense 10', 'needs-vector', 0],
    ['8', 'dense 4, conv 8 3x3', 'needs-image', 1],
    ['4x4x1', 'conv 8 5x5', 'window-too-large', 0],
    ['4x4x1', 'conv 8', 'needs-number', 0],
    ['8', 'dense 0', 'needs-number', 0],
    ['8', 'lstm 4', 'unknown-layer', 0],
    ['8', 'dense 4 please', 'unknown-word', 0],
    ['8x8', 'conv 8 3x5', 'unknown-word', 0],
    ['8', 'dense 99999999999999999999', 'needs-number', 0],
  ] as const)('explains %s through “%s”', (input, layers, code, after) => {
    const { steps, problem } = follow(input, layers)
    expect(problem?.code).toBe(code)
    expect(steps).toHaveLength(after)
  })

  it('reads shapes, and refuses what is none', () => {
    expect(parseShape('8')).toEqual([8])
    expect(parseShape(' 28 x 28 ')).toEqual([28, 28, 1])
    for (const text of ['', '0', '-1', '2x', '1x2x3x4', 'abc', '1e9', '2.5'])
      expect(parseShape(text)).toBeUndefined()
    expect(parseLayer('')).toMatchObject({ code: 'unknown-layer' })
  })
})
