import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import { read } from '../../../src/core/backend/read.ts'
import { asFunctions } from '../../../src/math/activation.ts'
import { getActivation } from '../../../src/math/activations/index.ts'
import { makeRng, type Rng } from '../../../src/math/rng.ts'
import { drawSizes, type Net } from '../../../src/widgets/vanishing-gradient/model/draw.ts'
import { EXAMPLES, FLOOR, WEIGHT_SCALE } from '../../../src/widgets/vanishing-gradient/spec.ts'
import { openInNode } from '../nodeBackend.ts'

let backend: OpenBackend
beforeAll(async () => {
  backend = await openInNode('cpu')
})
afterAll(() => backend.close())

type Matrix = number[][]
const times = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0].map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)))
const transpose = (a: Matrix): Matrix => a[0].map((_, j) => a.map((row) => row[j]))
const zip = (a: Matrix, b: Matrix, f: (x: number, y: number) => number): Matrix =>
  a.map((row, i) => row.map((value, j) => f(value, b[i][j])))
const logSize = (a: Matrix): number =>
  0.5 * Math.log10(a.flat().reduce((sum, value) => sum + value ** 2, 0) / a.flat().length)

/** The same net and its gradients by hand, in double precision, from the same random numbers. */
function byHand(rng: Rng, { activation, start, depth, width }: Net): Matrix {
  const normals = (label: string, rows: number, columns: number, deviation: number): Matrix => {
    const stream = rng.split(label)
    const values = Float32Array.from({ length: rows * columns }, () => deviation * stream.normal())
    return Array.from({ length: rows }, (_, i) => [...values.subarray(i * columns, (i + 1) * columns)])
  }
  const f = asFunctions(getActivation(activation))
  const labels = rng.split('labels')
  const t = Array.from({ length: EXAMPLES }, () => [labels.integer(2)])
  const inputs = normals('inputs', EXAMPLES, width, 1)
  const matrices = Array.from({ length: depth }, (_, layer) =>
    normals(`layer-${layer}`, width, width, WEIGHT_SCALE[start] / Math.sqrt(width)),
  )
  const readOut = normals('output', width, 1, 1 / Math.sqrt(width))
  const z: Matrix[] = []
  const h: Matrix[] = [inputs]
  for (const matrix of matrices) {
    z.push(times(h.at(-1)!, matrix))
    h.push(z.at(-1)!.map((row) => row.map(f.value)))
  }
  const probability = times(h.at(-1)!, readOut).map((row) => row.map((logit) => 1 / (1 + Math.exp(-logit))))
  let signal = times(
    zip(probability, t, (p, target) => p - target),
    transpose(readOut),
  )
  const [signals, weights]: [number[], number[]] = [[], []]
  for (let layer = depth - 1; layer >= 0; layer--) {
    signals.unshift(logSize(signal))
    const inward = zip(signal, z[layer], (g, x) => g * f.derivative(x))
    weights.unshift(logSize(times(transpose(h[layer]), inward)))
    signal = times(inward, transpose(matrices[layer]))
  }
  return [
    signals.map((log) => log - signals.at(-1)!),
    weights.map((log) => log - weights.at(-1)!),
    h.slice(1).map(logSize),
  ]
}

async function measured(net: Net, seed = 3): Promise<Matrix> {
  const sizes = drawSizes(makeRng(seed), net)
  const values = await read(sizes)
  sizes.dispose()
  return [0, 1, 2].map((row) => [...values.subarray(row * net.depth, (row + 1) * net.depth)])
}

describe('gradient sizes', () => {
  it.each([
    ['sigmoid', 'xavier'],
    ['tanh', 'large'],
    ['relu', 'he'],
    ['gelu', 'small'],
    ['selu', 'xavier'],
  ] as const)('of %s with start %s are those of the chain rule', async (activation, start) => {
    const net: Net = { activation, start, depth: 6, width: 8 }
    const [got, wanted] = [await measured(net), byHand(makeRng(3), net)]
    got.forEach((row, i) => {
      row.forEach((value, layer) => {
        expect(value).toBeCloseTo(wanted[i][layer], 4)
      })
    })
  })

  it('below what a 32-bit float can hold stand on the floor, not at minus infinity', async () => {
    const [signal] = await measured({ activation: 'sigmoid', start: 'small', depth: 50, width: 4 })
    expect(Math.min(...signal)).toBe(FLOOR)
    expect(signal.every(Number.isFinite)).toBe(true)
  })
})
