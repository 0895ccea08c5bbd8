import type { Activation } from '../../../math/activation.ts'
import type { Values as ActivationValues } from '../../../math/parameter.ts'
import type { Heap } from './heap.ts'
import type { ModuleWriter } from '../simd/module.ts'

/** The numbers between two stages, [images, size], with their gradients. */
export interface Values {
  /** Of one image. */
  readonly size: number
  /** In bytes. */
  readonly address: number
  /** The gradients stand so many bytes after the numbers. */
  readonly gradient: number
}

/** One layer, on some images at once. */
export interface Stage {
  /** Called once in each update, before everything else. `update` is its number, from 1. */
  begin?(images: number, update: number): void
  /** From its input to its output. `from` is the number of the first of these images in the batch. */
  forward(count: number, from: number): void
  /** From the gradient of its output, which it may change, to that of its weights, added to what is there, and that of its input. */
  backward(count: number, from: number): void
}

/** What a stage is built with. */
export interface Site {
  readonly heap: Heap
  readonly module: ModuleWriter
  readonly input: Values
  readonly output: Values
  /** Whether something further down learns, and needs the gradient of the input. */
  readonly passesOn: boolean
}

/** A stage with weights: their addresses, and how many bytes after them their gradients stand. */
export interface LearningSite extends Site {
  readonly kernel: number
  readonly bias: number
  readonly weightGradient: number
  readonly activation: Activation
  readonly parameters: ActivationValues
}

export function takeValues(heap: Heap, size: number): Values {
  const address = heap.take(size * heap.images)
  return { size, address, gradient: heap.take(size * heap.images) - address }
}

/** Memory begins this many cells before the map where windows reach over its edge. */
export function paddingBefore(
  padding: 'valid' | 'same',
  { input, window, stride, output }: Readonly<Record<'input' | 'window' | 'stride' | 'output', number>>,
): number {
  return padding === 'valid' ? 0 : Math.max(0, Math.floor(((output - 1) * stride + window - input) / 2))
}
