import type { Volume } from '../../../math/architecture.ts'
import type { Heap } from './heap.ts'
import { takeValues, type Values } from './stage.ts'

/** A map that windows slide over, inside its margins of zeros. Without margins it is the input itself. */
export interface Padded {
  readonly address: number
  readonly gradient: number
  /** Cells, margins included. */
  readonly height: number
  readonly width: number
  /** Copies the input into the middle. */
  fill(count: number): void
  clearGradient(count: number): void
  /** Copies the middle of the gradient to that of the input. */
  passGradient(count: number): void
}

export interface Margins {
  readonly top: number
  readonly left: number
  /** Of the whole, margins included. */
  readonly height: number
  readonly width: number
}

export function padded(
  heap: Heap,
  input: Values,
  { height, width, channels }: Volume,
  margins: Margins,
): Padded {
  const clear = (from: number, floats: number): void => void heap.floats(from, floats).fill(0)
  if (margins.height === height && margins.width === width) {
    const gradients = input.address + input.gradient
    return {
      ...input,
      height,
      width,
      fill: () => undefined,
      clearGradient: (count) => clear(gradients, count * input.size),
      passGradient: () => undefined,
    }
  }
  const line = width * channels
  const paddedLine = margins.width * channels
  const whole = takeValues(heap, margins.height * paddedLine)
  const skip = (margins.top * margins.width + margins.left) * channels
  /** Visits each line of the input: where it stands there and in the middle of the whole, in floats. */
  const overLines = (count: number, visit: (at: number, middle: number) => void): void => {
    for (let image = 0; image < count; image++)
      for (let row = 0; row < height; row++)
        visit(image * input.size + row * line, image * whole.size + skip + row * paddedLine)
  }
  const all = (address: number, { size }: Values): Float32Array => heap.floats(address, heap.images * size)
  return {
    ...whole,
    height: margins.height,
    width: margins.width,
    fill(count) {
      const [from, into] = [all(input.address, input), all(whole.address, whole)]
      overLines(count, (at, middle) => into.set(from.subarray(at, at + line), middle))
    },
    clearGradient: (count) => clear(whole.address + whole.gradient, count * whole.size),
    passGradient(count) {
      const from = all(whole.address + whole.gradient, whole)
      const into = all(input.address + input.gradient, input)
      overLines(count, (at, middle) => into.set(from.subarray(middle, middle + line), at))
    },
  }
}
