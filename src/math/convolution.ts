/** Cross-correlation of one image with one filter, what is called a convolution in deep learning; in plain numbers. */

/** Numbers in a box: row after row, in each the cells from left to right, in each cell its channels. [height, width, channels] */
export interface Cells {
  readonly height: number
  readonly width: number
  readonly channels: number
  readonly values: ArrayLike<number>
}

/** `valid`: the window stays inside; `same`: as much around as gives ⌈n / stride⌉ positions; or so many cells on each side. */
export type Padding = 'valid' | 'same' | number

/** How a window goes over an image. */
export interface Slide {
  readonly stride: number
  readonly padding: Padding
  /** Cells from one entry of the kernel to the next. */
  readonly dilation: number
}

/** One side of an image under a sliding window. */
export interface SidePlan {
  /** Where the window can stand; 0 where it doesn't fit. */
  readonly positions: number
  /** Cells of padding before the first. `same` puts an odd one after the last, as TensorFlow does. */
  readonly before: number
  readonly after: number
}

/** Cells from the first to the last that a dilated kernel of `size` entries touches: (k − 1)d + 1. */
export const spanOf = (size: number, dilation: number): number => (size - 1) * dilation + 1

/** Positions and padding along a side of `length` cells. */
export function planSide(length: number, size: number, { stride, padding, dilation }: Slide): SidePlan {
  const span = spanOf(size, dilation)
  if (padding === 'same') {
    const positions = Math.ceil(length / stride)
    const total = Math.max(0, (positions - 1) * stride + span - length)
    const before = Math.floor(total / 2)
    return { positions, before, after: total - before }
  }
  const each = padding === 'valid' ? 0 : padding
  const positions = Math.max(0, Math.floor((length + 2 * each - span) / stride) + 1)
  return { positions, before: each, after: each }
}

/** One product under the window. */
export interface WindowTerm {
  /** Place in the kernel. */
  readonly kernelRow: number
  readonly kernelColumn: number
  readonly channel: number
  /** Place in the image; outside it the input is the padding's 0. */
  readonly row: number
  readonly column: number
  readonly inside: boolean
  readonly input: number
  readonly weight: number
  readonly product: number
}

/** All products whose sum is the output at `row`, `column`, in the order of the kernel's values. */
export function windowTerms(
  image: Cells,
  kernel: Cells,
  slide: Slide,
  row: number,
  column: number,
): readonly WindowTerm[] {
  const top = row * slide.stride - planSide(image.height, kernel.height, slide).before
  const left = column * slide.stride - planSide(image.width, kernel.width, slide).before
  const terms: WindowTerm[] = []
  for (let kernelRow = 0; kernelRow < kernel.height; kernelRow++) {
    for (let kernelColumn = 0; kernelColumn < kernel.width; kernelColumn++) {
      const y = top + kernelRow * slide.dilation
      const x = left + kernelColumn * slide.dilation
      const inside = y >= 0 && y < image.height && x >= 0 && x < image.width
      for (let channel = 0; channel < kernel.channels; channel++) {
        const input = inside ? image.values[(y * image.width + x) * image.channels + channel] : 0
        const weight = kernel.values[(kernelRow * kernel.width + kernelColumn) * kernel.channels + channel]
        terms.push({
          kernelRow,
          kernelColumn,
          channel,
          row: y,
          column: x,
          inside,
          input,
          weight,
          product: input * weight,
        })
      }
    }
  }
  return terms
}

/**
 * The map that one filter makes of an image: y[i, j] = b + Σ x[i·s − p + u·d, j·s − p + v·d, c] · w[u, v, c] over u, v, c.
 * The kernel is not turned round. [height, width, 1]; empty where the window doesn't fit.
 */
export function convolve(image: Cells, kernel: Cells, slide: Slide, bias = 0): Cells {
  if (kernel.channels !== image.channels)
    throw new RangeError(`A filter of ${kernel.channels} channels meets an image of ${image.channels}.`)
  const down = planSide(image.height, kernel.height, slide)
  const across = planSide(image.width, kernel.width, slide)
  const values = new Float64Array(down.positions * across.positions)
  for (let at = 0; at < values.length; at++) {
    const top = Math.floor(at / across.positions) * slide.stride - down.before
    const left = (at % across.positions) * slide.stride - across.before
    values[at] = bias + dot(image, kernel, slide.dilation, top, left)
  }
  return { height: down.positions, width: across.positions, channels: 1, values }
}

function dot(image: Cells, kernel: Cells, dilation: number, top: number, left: number): number {
  const { channels } = kernel
  let sum = 0
  for (let u = 0; u < kernel.height; u++) {
    const y = top + u * dilation
    if (y < 0 || y >= image.height) continue
    for (let v = 0; v < kernel.width; v++) {
      const x = left + v * dilation
      if (x < 0 || x >= image.width) continue
      const pixel = (y * image.width + x) * channels
      const weight = (u * kernel.width + v) * channels
      for (let c = 0; c < channels; c++) sum += image.values[pixel + c] * kernel.values[weight + c]
    }
  }
  return sum
}
