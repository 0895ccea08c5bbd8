import type { NetLayer, Volume } from '../../../math/architecture.ts'
import { windowOf } from '../../../math/architecture.ts'
import { FLOAT } from '../simd/blocks.ts'
import { writeSums } from '../simd/elementwise.ts'
import type { Product } from '../simd/product.ts'
import { writeProduct } from '../simd/writeProduct.ts'
import { activated } from './activate.ts'
import { padded } from './padded.ts'
import { paddingBefore, type LearningSite, type Stage } from './stage.ts'

type ConvLayer = Extract<NetLayer, { kind: 'conv' }>

/**
 * A convolution. A row of a window, as long as the window is wide, lies in one piece in the map, and so do its weights: each map's
 * row of results is a product of matrices, once for each row of the window, and so are both gradients.
 */
export function makeConvStage(site: LearningSite, layer: ConvLayer, input: Volume, output: Volume): Stage {
  const { heap, module, kernel, bias, weightGradient, passesOn } = site
  const { size, stride, dilation, padding } = layer
  const channels = input.channels
  const filters = output.channels
  const before = (axis: 'height' | 'width'): number =>
    paddingBefore(padding, { input: input[axis], window: windowOf(layer), stride, output: output[axis] })
  const reach = (cells: number): number => (cells - 1) * stride + windowOf(layer)
  const map = padded(heap, site.input, input, {
    top: before('height'),
    left: before('width'),
    height: Math.max(input.height, reach(output.height)),
    width: Math.max(input.width, reach(output.width)),
  })
  const activation = activated(site)

  // Bytes from one to the next.
  const cell = FLOAT * channels
  const line = cell * map.width
  const place = FLOAT * filters
  const strip = place * output.width
  const mapSize = line * map.height
  const resultSize = strip * output.height
  // Where filters have no gaps, a window's row is one piece of memory; else it is as many as it is wide.
  const pieces = dilation === 1 ? 1 : size
  const pieceCells = dilation === 1 ? size : 1
  const piece = pieceCells * channels
  const kernelPiece = piece * place
  const kernelRow = pieces * kernelPiece
  const images = { local: 0 }
  const transposed = passesOn ? heap.take(size * size * channels * filters) : 0
  const gradientOfSums = site.output.address + site.output.gradient

  const forwards: Product = {
    a: map.address,
    b: kernel,
    c: activation.sums,
    bias,
    outer: [
      { times: images, a: mapSize, b: 0, c: resultSize },
      { times: output.height, a: stride * line, b: 0, c: strip },
    ],
    rows: { times: output.width, a: stride * cell, c: place },
    columns: filters,
    terms: [
      { times: size, a: dilation * line, b: kernelRow },
      { times: pieces, a: dilation * cell, b: kernelPiece },
      { times: piece, a: FLOAT, b: place },
    ],
    finish: 'store',
    rectifies: activation.rectifies,
  }
  const toWeights: Product = {
    a: map.address,
    b: gradientOfSums,
    c: kernel + weightGradient,
    outer: [
      { times: images, a: mapSize, b: resultSize, c: 0 },
      { times: size, a: dilation * line, b: 0, c: kernelRow },
      { times: pieces, a: dilation * cell, b: 0, c: kernelPiece },
    ],
    rows: { times: piece, a: FLOAT, c: place },
    columns: filters,
    terms: [
      { times: output.height, a: stride * line, b: strip },
      { times: output.width, a: stride * cell, b: place },
    ],
    finish: 'add',
  }
  const toInput: Product = {
    a: gradientOfSums,
    b: transposed,
    c: map.address + map.gradient,
    outer: [
      { times: images, a: resultSize, b: 0, c: mapSize },
      { times: output.height, a: strip, b: 0, c: stride * line },
      { times: size, a: 0, b: kernelRow, c: dilation * line },
      { times: pieces, a: 0, b: kernelPiece, c: dilation * cell },
    ],
    rows: { times: output.width, a: place, c: stride * cell },
    columns: piece,
    terms: [{ times: filters, a: FLOAT, b: piece * FLOAT }],
    finish: 'add',
  }
  const sums = {
    values: gradientOfSums,
    positions: output.height * output.width,
    channels: filters,
    into: bias + weightGradient,
  }
  const multiply = module.add((writer) => writeProduct(writer, forwards))
  const addToWeights = module.add((writer) => [
    ...writeProduct(writer, toWeights),
    ...writeSums(writer, sums),
  ])
  const addToInput = passesOn ? module.add((writer) => writeProduct(writer, toInput)) : undefined

  return {
    begin() {
      if (!addToInput) return
      const weights = heap.floats(kernel, size * size * channels * filters)
      transposeEach(weights, heap.floats(transposed, weights.length), piece, filters)
    },
    forward(count) {
      map.fill(count)
      multiply(count)
      activation.forward(count)
    },
    backward(count) {
      activation.backward(count)
      addToWeights(count)
      if (!addToInput) return
      map.clearGradient(count)
      addToInput(count)
      map.passGradient(count)
    },
  }
}

/** Turns matrices [rows, columns] that follow each other into [columns, rows]. */
export function transposeEach(from: Float32Array, into: Float32Array, rows: number, columns: number): void {
  const size = rows * columns
  for (let start = 0; start < from.length; start += size) {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        into[start + column * rows + row] = from[start + row * columns + column]
  }
}
