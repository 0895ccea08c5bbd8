import type { PlannedLayer } from '../plan.ts'
import { takeValues, type Values } from '../conv/stage.ts'
import type { Heap } from '../conv/heap.ts'

/** What comes after a layer's activation: a mask, and the layer's input that is added. */
export interface Mix {
  /** What leaves the layer in the end. */
  readonly output: Values
  /** `masks` [examples, width] holds the layer's factors from column `at` on; `from` is the number of the first example. */
  forward(count: number, masks: Float64Array, from: number): void
  /** From the gradient of the output to that of the activation. */
  backward(count: number, masks: Float64Array, from: number): void
  /** Adds what goes past the layer to the gradient of its input, when that of the layer itself is there. */
  pass(count: number): void
}

/** Undefined for a layer whose activation is all. `width` is how many factors an example has, `at` where this layer's begin. */
export function makeMix(
  heap: Heap,
  { drops, adds }: PlannedLayer,
  input: Values,
  activation: Values,
  width: number,
  at: number,
): Mix | undefined {
  if (!drops && !adds) return undefined
  const { size } = activation
  const output = takeValues(heap, size)
  const numbers = (values: Values, count: number): Float32Array => heap.floats(values.address, count * size)
  const gradients = (values: Values, count: number): Float32Array =>
    heap.floats(values.address + values.gradient, count * size)
  /** From one array to another, masked where the layer drops. */
  const keep = (of: Float32Array, into: Float32Array, masks: Float64Array, from: number): void => {
    for (let i = 0; i < of.length; i++) {
      const example = Math.floor(i / size)
      into[i] = drops ? of[i] * masks[(from + example) * width + at + (i - example * size)] : of[i]
    }
  }
  return {
    output,
    forward(count, masks, from) {
      const into = numbers(output, count)
      keep(numbers(activation, count), into, masks, from)
      if (!adds) return
      const entered = numbers(input, count)
      for (let i = 0; i < into.length; i++) into[i] += entered[i]
    },
    backward: (count, masks, from) =>
      keep(gradients(output, count), gradients(activation, count), masks, from),
    pass(count) {
      if (!adds) return
      const [past, into] = [gradients(output, count), gradients(input, count)]
      for (let i = 0; i < into.length; i++) into[i] += past[i]
    },
  }
}
