import { describe, expect, it } from 'vitest'
import { asFunctions } from '../../../src/math/activation.ts'
import { getActivation } from '../../../src/math/activations/index.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import spec, { FUNCTIONS, REACH } from '../../../src/widgets/activation-explorer/spec.ts'
import {
  chooseCurves,
  findTails,
  focusOf,
  sampleDerivative,
  XS,
} from '../../../src/widgets/activation-explorer/view/curves.ts'

const slopeOf = (id: string) => asFunctions(getActivation(id)).derivative

describe('saturation', () => {
  it('of the sigmoid begins where σ(1 − σ) falls below 0.05, of tanh where 1 − tanh² does', () => {
    // σ = (1 + √0.8)/2 and tanh x = √0.95, solved for x.
    const sigmoid = Math.log((1 + Math.sqrt(0.8)) / (1 - Math.sqrt(0.8)))
    const tanh = Math.atanh(Math.sqrt(0.95))
    expect(findTails(slopeOf('sigmoid')).left).toBeCloseTo(-sigmoid, 6)
    expect(findTails(slopeOf('sigmoid')).right).toBeCloseTo(sigmoid, 6)
    expect(findTails(slopeOf('tanh')).right).toBeCloseTo(tanh, 6)
    expect([sigmoid.toFixed(2), tanh.toFixed(2)]).toEqual(['2.89', '2.18'])
  })
  it('of ReLU begins at 0 and has no right side; a straight line has neither', () => {
    expect(findTails(slopeOf('relu')).left).toBeCloseTo(0, 6)
    expect(findTails(slopeOf('relu')).right).toBeUndefined()
    expect(findTails(slopeOf('linear'))).toEqual({})
  })
  it('is not claimed at a dip: GELU is flat at its minimum and slopes again to its left', () => {
    const { left } = findTails(slopeOf('gelu'))
    expect(left).toBeLessThan(-2)
    expect(Math.abs(slopeOf('gelu')(-0.752))).toBeLessThan(0.01)
  })
})

describe('curves', () => {
  it('are drawn once each, in the order of the book, with the reader’s parameters', () => {
    const values = {
      ...defaultValues(spec.params),
      functions: ['relu', 'sigmoid', 'relu', 'leaky-relu'] as const,
    }
    const curves = chooseCurves({ ...values, leakySlope: 0.3 }, 'en')
    expect(curves.map(({ id }) => id)).toEqual(['sigmoid', 'relu', 'leaky-relu'])
    expect(curves[2]?.value(-2)).toBeCloseTo(-0.6, 12)
    expect(focusOf(curves, 'gelu')?.id).toBe('sigmoid')
  })
  it('of derivatives are broken at a jump', () => {
    const { x, y } = sampleDerivative(slopeOf('relu'))
    const gap = y.findIndex(Number.isNaN)
    expect([x[gap], y[gap - 1], y[gap + 1]]).toEqual([0, 0, 1])
    expect(sampleDerivative(slopeOf('tanh')).y.every(Number.isFinite)).toBe(true)
  })
  it('sample the whole axis, zero included', () => {
    expect([XS[0], XS.at(-1)]).toEqual([-REACH, REACH])
    expect(XS.includes(0)).toBe(true)
  })
  it('exist for every function on offer', () => {
    for (const id of FUNCTIONS) expect(Number.isFinite(slopeOf(id)(1.3))).toBe(true)
  })
})
