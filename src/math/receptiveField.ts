import { spanOf } from './convolution.ts'

/** A layer whose window slides: a convolution, or a pooling layer (dilation 1). */
export interface FieldLayer {
  readonly kernel: number
  readonly stride: number
  readonly dilation: number
}

/** What one unit sees of the input, along one side. */
export interface FieldSize {
  /** Cells of the input from the first to the last that can change the unit: r. */
  readonly size: number
  /** Cells of the input from one unit to the next: j. */
  readonly jump: number
}

/** After the input (r = j = 1) and after each layer: r ← r + (k − 1)d·j, then j ← j·s. */
export function fieldSizes(layers: readonly FieldLayer[]): readonly FieldSize[] {
  const sizes: FieldSize[] = [{ size: 1, jump: 1 }]
  for (const { kernel, stride, dilation } of layers) {
    const { size, jump } = sizes[sizes.length - 1]
    sizes.push({ size: size + (spanOf(kernel, dilation) - 1) * jump, jump: jump * stride })
  }
  return sizes
}

/**
 * The cells that a single output unit sees, along one side, from the input up to the unit itself. Each map is only as long as
 * the unit's field in it, so that no padding is met; with dilation there are cells in between that it does not see.
 */
export function seenCells(layers: readonly FieldLayer[]): readonly (readonly boolean[])[] {
  const maps: boolean[][] = [[true]]
  for (const { kernel, stride, dilation } of [...layers].reverse()) {
    const above = maps[0]
    const below = Array<boolean>((above.length - 1) * stride + spanOf(kernel, dilation)).fill(false)
    above.forEach((seen, unit) => {
      if (seen) for (let k = 0; k < kernel; k++) below[unit * stride + k * dilation] = true
    })
    maps.unshift(below)
  }
  return maps
}
