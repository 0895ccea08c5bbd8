import { softmax } from '../../../math/softmax.ts'
import type { BuiltNet } from './build.ts'
import type { Heap } from './heap.ts'

/**
 * Forwards and backwards through a network whose memory is open: adds the gradient of the mean cross-entropy on a batch to the
 * gradients of the weights.
 */
export function makePass(
  { stages, input, logits }: BuiltNet,
  heap: Heap,
): (pixels: Float32Array, labels: Uint8Array, update: number) => void {
  const images = heap.floats(input.address, heap.images * input.size)
  const rows = heap.floats(logits.address, heap.images * logits.size)
  const gradients = heap.floats(logits.address + logits.gradient, heap.images * logits.size)

  /** From logits to the gradient of the mean loss over `all` images. */
  function ask(labels: Uint8Array, all: number): void {
    labels.forEach((label, image) => {
      const start = image * logits.size
      const shares = softmax(rows.subarray(start, start + logits.size))
      shares[label] -= 1
      for (let k = 0; k < shares.length; k++) gradients[start + k] = shares[k] / all
    })
  }

  return (pixels, labels, update) => {
    const all = labels.length
    for (const stage of stages) stage.begin?.(all, update)
    for (let from = 0; from < all; from += heap.images) {
      const count = Math.min(heap.images, all - from)
      images.set(pixels.subarray(from * input.size, (from + count) * input.size))
      for (const stage of stages) stage.forward(count, from)
      ask(labels.subarray(from, from + count), all)
      for (let l = stages.length - 1; l >= 0; l--) stages[l].backward(count, from)
    }
  }
}
