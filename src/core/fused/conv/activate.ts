import { writeActivation, writeSlope, type Elementwise } from '../simd/elementwise.ts'
import type { LearningSite } from './stage.ts'

/** An activation function behind a product. */
export interface Activated {
  /** Where the product is to be stored, and whether it is to make negative numbers 0 itself. */
  readonly sums: number
  readonly rectifies: boolean
  /** From the sums to the output. */
  forward(count: number): void
  /** From the output's gradient to that of the sums, in the same place. */
  backward(count: number): void
}

/** The rectifier is part of the product and the straight line is nothing; any other activation is a kernel of its own. */
export function activated({ heap, module, output, activation, parameters }: LearningSite): Activated {
  const { address, size, gradient } = output
  const nothing = (): void => undefined
  if (activation.id === 'linear')
    return { sums: address, rectifies: false, forward: nothing, backward: nothing }
  const rectifies = activation.id === 'relu'
  // A rectifier's slope follows from its result as well as from the sum.
  const sums = rectifies ? address : heap.take(size * heap.images)
  const at: Elementwise = {
    activation,
    parameters,
    size,
    sums,
    output: address,
    gradient,
  }
  return {
    sums,
    rectifies,
    forward: rectifies ? nothing : module.add((writer) => writeActivation(writer, at)),
    backward: module.add((writer) => writeSlope(writer, at)),
  }
}
