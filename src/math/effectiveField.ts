import { planSide, type Slide } from './convolution.ts'
import { fieldSizes, type FieldLayer } from './receptiveField.ts'
import type { Rng } from './rng.ts'

/** A layer of the measured stack. A pooling layer passes on the largest of its window. */
export interface EffectiveLayer extends FieldLayer {
  readonly kind: 'conv' | 'pool'
}

export type FieldWeights = 'equal' | 'random'

export interface EffectiveField {
  /** Cells along one side: the theoretical field. */
  readonly side: number
  /** The root of the mean squared gradient of the output with respect to each input, the largest being 1. [side²] */
  readonly strength: Float64Array
  /** The side of the square that would hold as much, if all of it were as strong as the strongest: √(Σ g² / max g²). */
  readonly effective: number
}

interface Square {
  readonly side: number
  readonly values: Float64Array
}

/**
 * How strongly each cell of the theoretical field acts on the unit that sees it, as Luo et al. (2016) measured it: the gradient
 * of the output with respect to the input, here of linear layers of one channel. With `random` weights it is averaged over
 * `draws` of weights and of inputs; with `equal` weights one draw is enough unless there is pooling.
 */
export function measureField(
  layers: readonly EffectiveLayer[],
  weights: FieldWeights,
  draws: number,
  rng: Rng,
): EffectiveField {
  const side = fieldSizes(layers).at(-1)?.size ?? 1
  const squares = new Float64Array(side * side)
  for (let draw = 0; draw < draws; draw++) {
    const gradient = gradientOf(layers, weights, side, rng)
    for (let i = 0; i < squares.length; i++) squares[i] += gradient[i] ** 2
  }
  const most = squares.reduce((largest, square) => Math.max(largest, square), 0)
  const total = squares.reduce((sum, square) => sum + square, 0)
  return {
    side,
    strength: squares.map((square) => Math.sqrt(square / most)),
    effective: Math.sqrt(total / most),
  }
}

function gradientOf(
  layers: readonly EffectiveLayer[],
  weights: FieldWeights,
  side: number,
  rng: Rng,
): Float64Array {
  let map: Square = { side, values: Float64Array.from({ length: side * side }, () => rng.normal()) }
  const backs: ((above: Float64Array) => Float64Array)[] = []
  for (const layer of layers) {
    const { above, back } = layer.kind === 'pool' ? takeLargest(map, layer) : weigh(map, layer, weights, rng)
    map = above
    backs.push(back)
  }
  return backs.reduceRight<Float64Array>((gradient, back) => back(gradient), Float64Array.of(1))
}

interface Passed {
  readonly above: Square
  /** The gradient with respect to the map above → with respect to the map below. */
  readonly back: (above: Float64Array) => Float64Array
}

const slideOf = ({ stride, dilation }: FieldLayer): Slide => ({ stride, dilation, padding: 'valid' })

function weigh(below: Square, layer: EffectiveLayer, weights: FieldWeights, rng: Rng): Passed {
  const { kernel, stride, dilation } = layer
  const side = planSide(below.side, kernel, slideOf(layer)).positions
  const kernels = Float64Array.from({ length: kernel * kernel }, () =>
    weights === 'equal' ? 1 / kernel ** 2 : rng.normal() / kernel,
  )
  const visit = (act: (above: number, below: number, weight: number) => void): void => {
    for (let above = 0; above < side * side; above++) {
      const corner = Math.floor(above / side) * stride * below.side + (above % side) * stride
      for (let k = 0; k < kernels.length; k++)
        act(above, corner + (Math.floor(k / kernel) * below.side + (k % kernel)) * dilation, kernels[k])
    }
  }
  const values = new Float64Array(side * side)
  visit((above, at, weight) => (values[above] += weight * below.values[at]))
  return {
    above: { side, values },
    back(gradient) {
      const to = new Float64Array(below.values.length)
      visit((above, at, weight) => (to[at] += weight * gradient[above]))
      return to
    },
  }
}

function takeLargest(below: Square, layer: EffectiveLayer): Passed {
  const { kernel, stride } = layer
  const side = planSide(below.side, kernel, slideOf(layer)).positions
  const winners = Int32Array.from({ length: side * side }, (_, above) => {
    const corner = Math.floor(above / side) * stride * below.side + (above % side) * stride
    let winner = corner
    for (let k = 1; k < kernel * kernel; k++) {
      const at = corner + Math.floor(k / kernel) * below.side + (k % kernel)
      if (below.values[at] > below.values[winner]) winner = at
    }
    return winner
  })
  return {
    above: { side, values: Float64Array.from(winners, (at) => below.values[at]) },
    back(gradient) {
      const to = new Float64Array(below.values.length)
      winners.forEach((at, above) => (to[at] += gradient[above]))
      return to
    },
  }
}
