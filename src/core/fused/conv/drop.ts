import type { Dropout } from '../../layers/dropout.ts'
import type { Site, Stage } from './stage.ts'

/** Dropout, with the very masks that the layer itself would draw for the batch. */
export function makeDropStage({ heap, input, output, passesOn }: Site, dropout: Dropout): Stage {
  let mask = new Float32Array(0)
  const times = (from: number, into: number, count: number, first: number): void => {
    const [values, results] = [heap.floats(from, count * input.size), heap.floats(into, count * input.size)]
    const start = first * input.size
    for (let i = 0; i < values.length; i++) results[i] = values[i] * mask[start + i]
  }
  return {
    begin(images, update) {
      mask =
        dropout.rate === 0
          ? new Float32Array(images * input.size).fill(1)
          : dropout.mask(images * input.size, update)
    },
    forward: (count, first) => times(input.address, output.address, count, first),
    backward(count, first) {
      if (passesOn) times(output.address + output.gradient, input.address + input.gradient, count, first)
    },
  }
}
