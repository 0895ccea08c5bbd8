import { convolve, type Cells } from '../../../math/convolution.ts'
import { formatTenths } from '../../../math/imagePatterns.ts'
import type { Offer } from '../../../protocol/spec.ts'
import { SIDE, type LabLayer } from './params.ts'
import type { Filters, LabFrame } from './traffic.ts'

/** The convolution figure can be set to a filter of the first layer, with the image that is looked at. */
export const KERNEL_OFFER: Offer = {
  widget: 'convolution',
  params: [
    'filter',
    'size',
    'small',
    'large',
    'image',
    'drawn',
    'side',
    'channels',
    'stride',
    'padding',
    'dilation',
    'row',
    'column',
  ],
}

/** Sides of the kernels that the figure takes. */
export const OFFERED_SIDES: readonly number[] = [3, 5]

/** Rows of one filter: [side, side]. */
export function filterRows({ side, values }: Filters, index: number): readonly (readonly number[])[] {
  const from = index * side * side
  return Array.from({ length: side }, (_, row) =>
    Array.from(values.subarray(from + row * side, from + (row + 1) * side)),
  )
}

/**
 * The values of the convolution figure with which it shows what filter `index` makes of the image before bias and
 * activation, at the cell of its strongest answer. Weights go there in thousandths, ink in tenths: so the figure writes them.
 */
export function kernelValues(
  filters: Filters,
  index: number,
  { stride, padding, dilation }: LabLayer,
  bytes: LabFrame['image'],
): Readonly<Record<string, unknown>> {
  const { side } = filters
  const rows = filterRows(filters, index).map((row) =>
    row.map((weight) => Math.round(1000 * weight) / 1000 + 0),
  )
  const image: Cells = {
    height: SIDE,
    width: SIDE,
    channels: 1,
    values: Float64Array.from(bytes, (b) => b / 255),
  }
  const kernel: Cells = { height: side, width: side, channels: 1, values: rows.flat() }
  const map = convolve(image, kernel, { stride, padding, dilation })
  const strongest = indexOfStrongest(map.values)
  return {
    filter: 'own',
    size: String(side),
    // The figure keeps a slice for each of three channels; of an image in ink it uses the first.
    [side === 3 ? 'small' : 'large']: rows.map((row) => [...row, ...row, ...row]),
    image: 'own',
    drawn: formatTenths(image.values),
    side: String(SIDE),
    channels: '1',
    stride,
    padding,
    dilation,
    row: Math.floor(strongest / map.width),
    column: strongest % map.width,
  }
}

function indexOfStrongest(values: ArrayLike<number>): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if (Math.abs(values[i]) > Math.abs(values[best])) best = i
  return best
}
