import { convolve, type Cells } from '../../../math/convolution.ts'
import { makePattern } from '../../../math/imagePatterns.ts'
import { namedKernels } from '../../../math/kernels.ts'
import { pool, type PoolKind } from '../../../math/pooling.ts'
import { SIDE, type PoolingValues } from '../spec.ts'

export const KINDS = ['max', 'average'] as const satisfies readonly PoolKind[]

/** A pooled map, and the same of the shifted image. */
export interface Pooled {
  readonly kind: PoolKind
  readonly before: Cells
  readonly after: Cells
  /** Cells whose number is the same, to a thousandth of the map’s largest. */
  readonly same: readonly boolean[]
  /** Σ |after − before| / Σ |before|: how much of the map has changed. */
  readonly change: number
}

export interface Computed {
  /** What is pooled, and the same after the image has been shifted. */
  readonly map: Cells
  readonly shifted: Cells
  readonly change: number
  readonly pooled: readonly Pooled[]
  /** The largest size of any number of the maps: the end of the scale. */
  readonly limit: number
  readonly row: number
  readonly column: number
}

export function compute(values: PoolingValues): Computed {
  const image = makePattern(values.image, SIDE, 1)
  const map = mapOf(image, values.map)
  const shifted = mapOf(shiftRight(image, values.shift), values.map)
  const limit = Math.max(1e-9, ...Array.from(map.values, Math.abs), ...Array.from(shifted.values, Math.abs))
  const pooled = KINDS.map((kind): Pooled => {
    const before = pool(map, kind, values.window, values.stride)
    const after = pool(shifted, kind, values.window, values.stride)
    const same = Array.from(before.values, (value, i) => Math.abs(value - after.values[i]) < limit / 1000)
    return { kind, before, after, same, change: changeOf(before, after) }
  })
  const [{ before }] = pooled
  return {
    map,
    shifted,
    change: changeOf(map, shifted),
    pooled,
    limit,
    row: Math.min(before.height - 1, values.row),
    column: Math.min(before.width - 1, values.column),
  }
}

/** The picture as it is, or a convolution of the same size. */
function mapOf(image: Cells, map: PoolingValues['map']): Cells {
  if (map === 'none') return image
  const kernel = { height: 3, width: 3, channels: 1, values: namedKernels[map].small.flat() }
  const made = convolve(image, kernel, { stride: 1, padding: 'same', dilation: 1 })
  // Products that cancel leave some 10⁻¹⁶ of rounding.
  return { ...made, values: Float64Array.from(made.values, (value) => (Math.abs(value) < 1e-9 ? 0 : value)) }
}

/** What leaves at the right is lost, and paper comes in at the left. */
function shiftRight(image: Cells, by: number): Cells {
  const values = Float64Array.from({ length: image.height * image.width }, (_, i) =>
    i % image.width < by ? 0 : image.values[i - by],
  )
  return { ...image, values }
}

function changeOf(before: Cells, after: Cells): number {
  const numbers = Array.from(before.values)
  const size = numbers.reduce((sum, value) => sum + Math.abs(value), 0)
  const change = numbers.reduce((sum, value, i) => sum + Math.abs(value - after.values[i]), 0)
  return size > 0 ? change / size : 0
}
