import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { makeMlp } from '../../../src/core/models/mlp.ts'
import { weightsOf, writeVariable } from '../../../src/core/models/model.ts'
import { gradients, disposeGradients } from '../../../src/core/training.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { measureUnits, shareSilent } from '../../../src/widgets/dead-relu/model/units.ts'
import { countSilent, layerOf, stateOf } from '../../../src/widgets/dead-relu/view/units.ts'
import { openInNode } from '../nodeBackend.ts'

let backend: OpenBackend
beforeAll(async () => {
  backend = await openInNode('cpu')
})
afterAll(() => backend.close())

/** Two units with the inputs z = x₁ and z = −1: the second is off for every example. */
function makeHalfDead(activation: string) {
  const model = makeMlp(makeRng(1), { sizes: [2, 2, 1], activation })
  const weights = weightsOf(model)
  writeVariable(weights['hidden-1/kernel'], Float32Array.of(1, 0, 0, 0))
  writeVariable(weights['hidden-1/bias'], Float32Array.of(0, -1))
  writeVariable(weights['output/kernel'], Float32Array.of(1, 1))
  return { model, weights }
}
const INPUTS = [
  [-3, 0],
  [1, 0],
  [2, 0],
  [4, 0],
]

describe('hidden units', () => {
  it('are measured over the whole set: share of examples, least and largest input', async () => {
    const { model } = makeHalfDead('relu')
    const x = tf.tensor2d(INPUTS)
    const ranges = await measureUnits(model, x)
    expect([...ranges.on]).toEqual([0.75, 0])
    expect([...ranges.least]).toEqual([-3, -1])
    expect([...ranges.most]).toEqual([4, -1])
    expect(shareSilent(ranges)).toBe(0.5)
    tf.dispose(x)
    model.dispose()
  })

  it.each([
    ['relu', 0],
    ['leaky-relu', 0.01],
  ] as const)('that are silent get a gradient of the slope: %s', (activation, slope) => {
    const { model, weights } = makeHalfDead(activation)
    const x = tf.tensor2d(INPUTS)
    const computed = gradients(() => tf.sum(model.apply(x)), weights)
    const [, silent] = computed.gradients['hidden-1/bias'].dataSync()
    expect(silent).toBeCloseTo(INPUTS.length * slope, 6)
    disposeGradients(computed)
    tf.dispose(x)
    model.dispose()
  })

  it('are alive, dying or silent by the share of points they answer to', () => {
    expect([0, 0.005, 0.05, 0.055, 1].map(stateOf)).toEqual(['silent', 'dying', 'dying', 'alive', 'alive'])
    const frame = {
      layers: 2,
      units: 2,
      on: Float32Array.of(1, 0, 0, 0.5),
      least: Float32Array.of(1, 2, 3, 4),
      most: Float32Array.of(5, 6, 7, 8),
      loss: 0,
      accuracy: 1,
    }
    expect(countSilent(frame)).toBe(2)
    expect(layerOf(frame, 1)).toEqual([
      { state: 'silent', least: 3, most: 7 },
      { state: 'alive', least: 4, most: 8 },
    ])
  })
})
