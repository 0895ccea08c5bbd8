import { planSide, type Cells, type Padding } from './convolution.ts'

export type PoolKind = 'max' | 'average'

/** The cells of a map that one window of a pooling layer covers; those in the padding are left out. */
export interface PoolWindow {
  readonly top: number
  readonly left: number
  /** One past the last. */
  readonly bottom: number
  readonly right: number
}

/** Where the window of output `row`, `column` lies. */
export function poolWindow(
  image: Pick<Cells, 'height' | 'width'>,
  size: number,
  stride: number,
  padding: Padding,
  row: number,
  column: number,
): PoolWindow {
  const slide = { stride, padding, dilation: 1 }
  const top = row * stride - planSide(image.height, size, slide).before
  const left = column * stride - planSide(image.width, size, slide).before
  return {
    top: Math.max(0, top),
    left: Math.max(0, left),
    bottom: Math.min(image.height, top + size),
    right: Math.min(image.width, left + size),
  }
}

/**
 * The largest or the mean of each window, channel by channel. Padding takes no part: it is never the largest, and a mean is
 * over the cells that there are (TensorFlow's convention). [height, width, channels]
 */
export function pool(
  image: Cells,
  kind: PoolKind,
  size: number,
  stride: number,
  padding: Padding = 'valid',
): Cells {
  const slide = { stride, padding, dilation: 1 }
  const height = planSide(image.height, size, slide).positions
  const width = planSide(image.width, size, slide).positions
  const { channels } = image
  const values = new Float64Array(height * width * channels)
  for (let at = 0; at < height * width; at++) {
    const seen = poolWindow(image, size, stride, padding, Math.floor(at / width), at % width)
    for (let c = 0; c < channels; c++)
      values[at * channels + c] = kind === 'max' ? largest(image, seen, c) : mean(image, seen, c)
  }
  return { height, width, channels, values }
}

function largest(image: Cells, seen: PoolWindow, channel: number): number {
  let most = -Infinity
  for (let y = seen.top; y < seen.bottom; y++)
    for (let x = seen.left; x < seen.right; x++)
      most = Math.max(most, image.values[(y * image.width + x) * image.channels + channel])
  return most
}

function mean(image: Cells, seen: PoolWindow, channel: number): number {
  let sum = 0
  for (let y = seen.top; y < seen.bottom; y++)
    for (let x = seen.left; x < seen.right; x++)
      sum += image.values[(y * image.width + x) * image.channels + channel]
  return sum / ((seen.bottom - seen.top) * (seen.right - seen.left))
}
