import { blocksOf } from './blocks.ts'
import { set, whole, type Code } from './instructions.ts'
import { repeat, type Writer } from './module.ts'
import type { Pointers, Product } from './product.ts'
import { BLOCK_VECTORS, tilesOf, writeTile } from './tile.ts'

/** Writes a product. */
export function writeProduct(writer: Writer, product: Product): Code {
  const { outer, bias = 0 } = product
  const starts = [product.a, product.b, product.c, bias].map((address) => ({
    local: writer.local('whole'),
    address,
  }))
  const nest = (depth: number, { a, b, c, bias }: Pointers): Code => {
    if (depth === outer.length) return writeMatrix(writer, product, { a, b, c, bias })
    const { times, ...step } = outer[depth]
    const pointers = [
      { from: a, step: step.a },
      { from: b, step: step.b },
      { from: c, step: step.c },
    ]
    return repeat(writer, times, pointers, ([a, b, c]) => nest(depth + 1, { a, b, c, bias }))
  }
  const [a, b, c, first] = starts.map(({ local }) => local)
  return [
    ...starts.flatMap(({ local, address }) => set(local, whole.constant(address))),
    ...nest(0, { a, b, c, bias: first }),
  ]
}

/** Cuts the matrix C into tiles: blocks of columns, and of each some rows at a time. */
function writeMatrix(writer: Writer, product: Product, { a, b, c, bias }: Pointers): Code {
  const { columns, rows } = product
  return blocksOf(columns, BLOCK_VECTORS).flatMap((block) => {
    const along = [b, c, bias].map((from) => ({ from, step: block.bytes, skip: block.skip }))
    return repeat(writer, block.times, along, ([b, c, bias]) =>
      tilesOf(rows.times, block.widths.length).flatMap(({ times, height, skip }) => {
        const down = [
          { from: a, step: height * rows.a, skip: skip * rows.a },
          { from: c, step: height * rows.c, skip: skip * rows.c },
        ]
        return repeat(writer, times, down, ([a, c]) =>
          writeTile(writer, product, height, block, { a, b, c, bias }),
        )
      }),
    )
  })
}
