import { sampleImage } from '../image.ts'
import { defineImageTransform } from '../imageTransform.ts'
import type { Rng } from '../rng.ts'

/** Width of the smoothing, in pixels: neighbours move together over about twice that. */
const SMOOTH = 4
/** So smooth a field is drawn at every other pixel only. */
const PITCH = 2
const REACH = (3 * SMOOTH) / PITCH
const KERNEL = gaussian(SMOOTH / PITCH, REACH)

/**
 * Elastic distortion (Simard, Steinkraus and Platt, 2003): every pixel is moved by a random vector, and the vectors are
 * smoothed by a Gaussian, so that neighbours move almost alike. `amount` is the root mean square of a move's part in each
 * direction, in pixels.
 */
export default defineImageTransform({
  id: 'elastic',
  order: 50,
  labels: { en: 'Elastic', zh: '弹性' },
  amount: { labels: { en: 'Pixels', zh: '像素' }, symbol: 'e', default: 1, min: 0, max: 6 },
  draw(rng, amount, side) {
    const cells = Math.ceil(side / PITCH) + 1
    const [across, down] = [drawField(rng, amount, cells), drawField(rng, amount, cells)]
    const middle = (side - 1) / 2
    return {
      kind: 'move',
      from(at) {
        const column = (at[0] + middle) / PITCH
        const row = (at[1] + middle) / PITCH
        at[0] += sampleImage(across, cells, column, row)
        at[1] += sampleImage(down, cells, column, row)
      },
    }
  },
})

/** A smooth random field of the given root mean square: [cells²]. It goes on at the opposite edge. */
function drawField(rng: Rng, amount: number, cells: number): Float64Array {
  // Smoothing in both directions by KERNEL shrinks independent numbers by the sum of its squares.
  const scale = amount / KERNEL.reduce((sum, weight) => sum + weight * weight, 0)
  const rough = Float64Array.from({ length: cells * cells }, () => scale * rng.normal())
  return smoothRows(smoothRows(rough, cells), cells)
}

/** Smooths each row and turns rows into columns: twice is a whole smoothing, and the same way up. */
function smoothRows(field: Float64Array, cells: number): Float64Array {
  const smooth = new Float64Array(cells * cells)
  const ring = new Float64Array(cells + 2 * REACH)
  for (let row = 0; row < cells; row++) {
    for (let i = 0; i < ring.length; i++) ring[i] = field[row * cells + ((i - REACH + cells * REACH) % cells)]
    for (let column = 0; column < cells; column++) {
      let sum = 0
      for (let k = 0; k < KERNEL.length; k++) sum += KERNEL[k] * ring[column + k]
      smooth[column * cells + row] = sum
    }
  }
  return smooth
}

function gaussian(deviation: number, reach: number): Float64Array {
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * deviation * deviation)),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}
