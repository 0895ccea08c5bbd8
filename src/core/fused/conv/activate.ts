import type { Activation } from '../../../math/activation.ts'
import { fillIn } from '../../../math/parameter.ts'
import { makeCode, HELPERS } from '../code.ts'
import { compile } from '../compile.ts'
import { writeRectifierGradient } from '../simd/elementwise.ts'
import { type LearningSite } from './stage.ts'

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

type Loop = (z: Float32Array, result: Float32Array) => void

/**
 * The rectifier is part of the product and the straight line is nothing; any other activation is generated from its rule.
 * Undefined where generated code is not allowed.
 */
export function activated({ heap, module, output, activation }: LearningSite): Activated | undefined {
  const { address, size, gradient } = output
  const nothing = (): void => undefined
  if (activation.id === 'linear')
    return { sums: address, rectifies: false, forward: nothing, backward: nothing }
  if (activation.id === 'relu') {
    const backward = module.add((writer) =>
      writeRectifierGradient(writer, { values: address, gradient, size }),
    )
    return { sums: address, rectifies: true, forward: nothing, backward }
  }
  const value = compileLoop(activation, 'value')
  const slope = compileLoop(activation, 'derivative')
  if (!value || !slope) return undefined
  const sums = heap.take(size * heap.images)
  return {
    sums,
    rectifies: false,
    forward: (count) => value(heap.floats(sums, count * size), heap.floats(address, count * size)),
    backward: (count) =>
      slope(heap.floats(sums, count * size), heap.floats(address + gradient, count * size)),
  }
}

/** Sets results to f(z), or multiplies them by f′(z). */
function compileLoop(activation: Activation, which: 'value' | 'derivative'): Loop | undefined {
  const code = makeCode()
  const parameters = Object.fromEntries(
    Object.entries(fillIn(activation.parameters)).map(([key, value]) => [key, code.o.constant(value)]),
  )
  const result = activation[which](code.o, 'z', parameters)
  const source = `for (let i = 0; i < Z.length; i++) {
const z = Z[i];
${code.source()}
R[i] ${which === 'value' ? '' : '*'}= ${result};
}`
  return compile(HELPERS, ['Z', 'R'], source) as Loop | undefined
}
