import { FLOAT } from '../simd/blocks.ts'
import { writeSums } from '../simd/elementwise.ts'
import { get, set, whole, type Code } from '../simd/instructions.ts'
import type { Writer } from '../simd/module.ts'
import type { Product } from '../simd/product.ts'
import { writeProduct } from '../simd/writeProduct.ts'
import { activated } from './activate.ts'
import { transposeEach } from './conv.ts'
import type { LearningSite, Stage } from './stage.ts'

/** A dense layer: three products of matrices. */
export function makeDenseStage(site: LearningSite): Stage {
  const { heap, module, kernel, bias, weightGradient, passesOn, input, output } = site
  const [inputs, units] = [input.size, output.size]
  const activation = activated(site)
  const transposed = passesOn ? heap.take(inputs * units) : 0
  const gradientOfSums = output.address + output.gradient

  /** Of every four images a tile; the last one may compute rows that nobody asked for. */
  const inFours = (writer: Writer, product: (rows: { fours: number }) => Product): Code => {
    const fours = writer.local('whole')
    const count = whole.shiftRight(whole.add(get(0), whole.constant(3)), 2)
    return [...set(fours, count), ...writeProduct(writer, product({ fours }))]
  }
  const multiply = module.add((writer) =>
    inFours(writer, (times) => ({
      a: input.address,
      b: kernel,
      c: activation.sums,
      bias,
      outer: [],
      rows: { times, a: FLOAT * inputs, c: FLOAT * units },
      columns: units,
      terms: [{ times: inputs, a: FLOAT, b: FLOAT * units }],
      finish: 'store',
      rectifies: activation.rectifies,
    })),
  )
  const toWeights: Product = {
    a: input.address,
    b: gradientOfSums,
    c: kernel + weightGradient,
    outer: [],
    rows: { times: inputs, a: FLOAT, c: FLOAT * units },
    columns: units,
    terms: [{ times: { local: 0 }, a: FLOAT * inputs, b: FLOAT * units }],
    finish: 'add',
  }
  const sums = { values: gradientOfSums, positions: 1, channels: units, into: bias + weightGradient }
  const addToWeights = module.add((writer) => [
    ...writeProduct(writer, toWeights),
    ...writeSums(writer, sums),
  ])
  const toInput = passesOn
    ? module.add((writer) =>
        inFours(writer, (times) => ({
          a: gradientOfSums,
          b: transposed,
          c: input.address + input.gradient,
          outer: [],
          rows: { times, a: FLOAT * units, c: FLOAT * inputs },
          columns: inputs,
          terms: [{ times: units, a: FLOAT, b: FLOAT * inputs }],
          finish: 'store',
        })),
      )
    : undefined

  return {
    begin() {
      if (toInput)
        transposeEach(
          heap.floats(kernel, inputs * units),
          heap.floats(transposed, inputs * units),
          inputs,
          units,
        )
    },
    forward(count) {
      multiply(count)
      activation.forward(count)
    },
    backward(count) {
      activation.backward(count)
      addToWeights(count)
      toInput?.(count)
    },
  }
}
