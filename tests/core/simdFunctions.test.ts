import { expect, it } from 'vitest'
import { get, lanes, set, signed, unsigned, whole } from '../../src/core/fused/simd/instructions.ts'
import { makeModule, repeat } from '../../src/core/fused/simd/module.ts'
import { makeVectors } from '../../src/core/fused/simd/vectors.ts'
import { numbers } from '../../src/math/algebra.ts'

type Name =
  | 'exp'
  | 'expm1'
  | 'log'
  | 'log1p'
  | 'tanh'
  | 'sigmoid'
  | 'softplus'
  | 'erf'
  | 'abs'
  | 'sign'
  | 'square'
  | 'sqrt'
  | 'neg'

/** Computes one operation for all these numbers, four at a time. */
function compute(name: Name, xs: Float32Array): Float32Array {
  const module = makeModule()
  const run = module.add((writer) => {
    const { o, name: named, before, source } = makeVectors(writer)
    const start = writer.local('whole')
    const loop = repeat(writer, xs.length / 4, [{ from: start, step: 16 }], ([at = 0]) => {
      const result = o[name](named(lanes.load(4, get(at))))
      return [...source(), ...lanes.store(4, get(at), result)]
    })
    return [...before(), ...set(start, whole.constant(0)), ...loop]
  })
  const memory = new WebAssembly.Memory({ initial: 1 })
  expect(module.link(memory)).toBe(true)
  const floats = new Float32Array(memory.buffer, 0, xs.length)
  floats.set(xs)
  run(1)
  return floats.slice()
}

const sizes = Array.from({ length: 400 }, (_, i) => 10 ** (-6 + i / 50))
const positive = Float32Array.from([...sizes.filter((x) => x < 87), 0.5, 1, 1.5, 86].slice(0, 396))
const both = Float32Array.from([...positive, ...positive.map((x) => -x)])
const least = Math.log(2) * -125

it.each([
  ['exp', both.filter((x) => x > least)],
  ['expm1', both],
  ['log', positive],
  ['log1p', Float32Array.from([...positive, ...positive.filter((x) => x < 1).map((x) => -x * 0.99)])],
  ['tanh', both],
  ['sigmoid', both],
  ['softplus', both],
  ['erf', both],
  ['abs', both],
  ['sign', both],
  ['square', both],
  ['sqrt', positive],
  ['neg', both],
] as const)('%s of vectors is right to single precision', (name, given) => {
  const xs = given.subarray(0, given.length & ~3)
  expect(xs.length).toBeGreaterThan(200)
  const found = compute(name, xs)
  let worst = 0
  found.forEach((y, i) => {
    const right = numbers[name](xs[i] ?? NaN)
    const error = Math.abs(y - right) / Math.max(1, Math.abs(right))
    worst = Number.isNaN(error) ? Infinity : Math.max(worst, error)
  })
  expect(worst).toBeLessThan(4e-7)
})

it('small numbers keep their digits where the function has them', () => {
  const xs = Float32Array.of(1e-6, -1e-6, 3e-4, -3e-4)
  for (const name of ['expm1', 'log1p', 'tanh', 'erf'] as const)
    compute(name, xs).forEach((y, i) => {
      const right = numbers[name](xs[i] ?? NaN)
      expect(Math.abs(y / right - 1)).toBeLessThan(3e-7)
    })
})

it('what leaves the range of single precision stays at its ends', () => {
  const xs = Float32Array.of(-1e4, -200, 200, 1e4)
  expect([...compute('sigmoid', xs)].map((y) => Math.round(y * 1e6) / 1e6)).toEqual([0, 0, 1, 1])
  expect([...compute('tanh', xs)]).toEqual([-1, -1, 1, 1])
  expect([...compute('softplus', xs)].map(Math.round)).toEqual([0, 0, 200, 1e4])
  expect([...compute('erf', xs)]).toEqual([-1, -1, 1, 1])
})

it('numbers of a module are written in sevens of bits', () => {
  expect([0, 1, 127, 128, 300, 624485].map(unsigned)).toEqual([
    [0],
    [1],
    [0x7f],
    [0x80, 1],
    [0xac, 2],
    [0xe5, 0x8e, 0x26],
  ])
  expect([0, 63, 64, -1, -64, -65, 128, -123456].map(signed)).toEqual([
    [0],
    [0x3f],
    [0xc0, 0],
    [0x7f],
    [0x40],
    [0xbf, 0x7f],
    [0x80, 1],
    [0xc0, 0xbb, 0x78],
  ])
})
