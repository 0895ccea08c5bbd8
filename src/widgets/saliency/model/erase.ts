import { toBytes } from '../../../math/image.ts'
import { mean } from '../../../math/statistics.ts'
import type { Rng } from '../../../math/rng.ts'
import type { Erasure } from '../spec/frame.ts'
import { ERASURES } from '../spec/params.ts'
import { PIXELS } from '../spec/places.ts'

/** Random orders that are averaged. */
const RANDOM_ORDERS = 5

/** Pixels with ink; erasing the others changes nothing. */
export const inkOf = (image: Float32Array): number[] =>
  Array.from(image.keys()).filter((pixel) => image[pixel] > 0)

/** Those pixels, the ones first that a map [784] gives most to. */
export const orderBy = (map: Float32Array, ink: readonly number[]): number[] =>
  [...ink].sort((a, b) => map[b] - map[a] || a - b)

/** The image [784] without the ink of the first pixels of an order. */
export function erase(image: Float32Array, order: readonly number[], count: number): Float32Array {
  const left = image.slice()
  for (const pixel of order.slice(0, count)) left[pixel] = 0
  return left
}

const countAt = (step: number, ink: readonly number[]): number => Math.round((step / ERASURES) * ink.length)

/**
 * Erases the ink pixel by pixel in the order of two maps, and in random ones (after Samek et al., 2017): the sooner the
 * score falls, the better the map has named what it rests on. `scores` scores images [count, 784].
 */
export async function eraseByMaps(
  image: Float32Array,
  maps: { readonly product: Float32Array; readonly occlusion: Float32Array },
  share: number,
  rng: Rng,
  scores: (images: Float32Array) => Promise<Float32Array>,
): Promise<Erasure> {
  const ink = inkOf(image)
  const shuffled = Array.from({ length: RANDOM_ORDERS }, (_, i) =>
    Array.from(rng.split(String(i)).permutation(ink.length), (at) => ink[at]),
  )
  const orders = [orderBy(maps.product, ink), orderBy(maps.occlusion, ink), ...shuffled]
  const points = ERASURES + 1
  const images = new Float32Array(orders.length * points * PIXELS)
  orders.forEach((order, nth) => {
    for (let step = 0; step < points; step++)
      images.set(erase(image, order, countAt(step, ink)), (nth * points + step) * PIXELS)
  })
  const scored = await scores(images)
  const curve = (nth: number): Float32Array => scored.slice(nth * points, (nth + 1) * points)
  const atShare = countAt(Math.round(share * ERASURES), ink)
  const left = new Uint8Array(3 * PIXELS)
  for (let nth = 0; nth < 3; nth++) left.set(toBytes(erase(image, orders[nth], atShare)), nth * PIXELS)
  return {
    product: curve(0),
    occlusion: curve(1),
    random: curve(2).map((_, step) => mean(shuffled.map((__, i) => scored[(2 + i) * points + step]))),
    left,
  }
}
