import type { Rng } from '../../../math/rng.ts'
import { EXAMPLES, type Moments } from '../spec.ts'

/** Line that the data scatter about. */
const TRUE_SLOPE = 1.2
const TRUE_HEIGHT = 0.4

/** Pairs x₁ y₁ x₂ y₂ …: x uniform in (−0.5, 1.5), y on a line plus normal noise of standard deviation `noise`. */
export function makeData(rng: Rng, noise: number): Float32Array {
  const data = new Float32Array(2 * EXAMPLES)
  for (let i = 0; i < EXAMPLES; i++) {
    const x = 2 * rng.next() - 0.5
    data[2 * i] = x
    data[2 * i + 1] = TRUE_SLOPE * x + TRUE_HEIGHT + noise * rng.normal()
  }
  return data
}

export function momentsOf(data: Float32Array): Moments {
  const sum = { x: 0, y: 0, xx: 0, xy: 0, yy: 0 }
  for (let i = 0; i < data.length; i += 2) {
    const x = data[i]
    const y = data[i + 1]
    sum.x += x
    sum.y += y
    sum.xx += x * x
    sum.xy += x * y
    sum.yy += y * y
  }
  const n = data.length / 2
  return { x: sum.x / n, y: sum.y / n, xx: sum.xx / n, xy: sum.xy / n, yy: sum.yy / n }
}

/** Gradient of the mean squared error over a batch, given by the examples' indices: [∂/∂slope, ∂/∂height]. */
export function batchGradient(
  data: Float32Array,
  batch: ArrayLike<number>,
  slope: number,
  height: number,
): [number, number] {
  let bySlope = 0
  let byHeight = 0
  for (let k = 0; k < batch.length; k++) {
    const x = data[2 * batch[k]]
    const error = slope * x + height - data[2 * batch[k] + 1]
    bySlope += 2 * error * x
    byHeight += 2 * error
  }
  return [bySlope / batch.length, byHeight / batch.length]
}
