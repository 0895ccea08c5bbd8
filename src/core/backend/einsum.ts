import { matMul, reshape, sum, transpose, type Tensor } from '@tensorflow/tfjs-core'

/**
 * Einstein summation of one or two tensors, as `bij,bjk->bik`: indices missing on the right are summed over.
 * The library's has no gradient on any backend and no kernel on wasm; this one is made of operations that have both.
 * No index may occur twice in one operand. Throws a RangeError if the equation doesn't fit the tensors.
 */
export function einsum(equation: string, ...operands: Tensor[]): Tensor {
  const match = /^([a-zA-Z]*(?:,[a-zA-Z]*)?)->([a-zA-Z]*)$/.exec(equation.replaceAll(' ', ''))
  if (!match) throw new RangeError(`"${equation}" is not an equation of one or two operands with "->".`)
  const [, left, result] = match
  const labels = left.split(',')
  const sizes = sizesOf(equation, labels, operands)
  if ([...result].some((label) => !sizes.has(label)) || new Set(result).size !== result.length) {
    throw new RangeError(`The result of "${equation}" has an index that is unknown or occurs twice.`)
  }
  const reduced = operands.map((operand, i) => {
    // An index that occurs nowhere else can be summed over at once.
    const elsewhere = [...result, ...labels.filter((_, other) => other !== i).join('')]
    return sumAway(operand, labels[i], (label) => elsewhere.includes(label))
  })
  if (reduced.length === 1) return arrange(reduced[0].tensor, reduced[0].labels, result)
  const [a, b] = reduced
  return product(a, b, result, sizes)
}

interface Labelled {
  readonly tensor: Tensor
  readonly labels: string
}

function sizesOf(
  equation: string,
  labels: readonly string[],
  operands: readonly Tensor[],
): Map<string, number> {
  const sizes = new Map<string, number>()
  const fits =
    labels.length === operands.length &&
    operands.every(
      ({ shape }, i) =>
        shape.length === labels[i].length &&
        new Set(labels[i]).size === shape.length &&
        shape.every((size, axis) => {
          const label = labels[i][axis]
          if (!sizes.has(label)) sizes.set(label, size)
          return sizes.get(label) === size
        }),
    )
  if (!fits)
    throw new RangeError(
      `"${equation}" does not fit ${operands.map(({ shape }) => `[${shape.join()}]`).join()}.`,
    )
  return sizes
}

function sumAway(tensor: Tensor, labels: string, isKept: (label: string) => boolean): Labelled {
  const axes = [...labels].flatMap((label, axis) => (isKept(label) ? [] : [axis]))
  return {
    tensor: axes.length === 0 ? tensor : sum(tensor, axes),
    labels: [...labels].filter(isKept).join(''),
  }
}

/** One batched matrix product: [shared, own of a, contracted] × [shared, contracted, own of b]. */
function product(a: Labelled, b: Labelled, result: string, sizes: ReadonlyMap<string, number>): Tensor {
  const pick = (from: string, test: (label: string) => boolean): string => [...from].filter(test).join('')
  const shared = pick(a.labels, (label) => b.labels.includes(label) && result.includes(label))
  const contracted = pick(a.labels, (label) => b.labels.includes(label) && !result.includes(label))
  const ownA = pick(a.labels, (label) => !b.labels.includes(label))
  const ownB = pick(b.labels, (label) => !a.labels.includes(label))
  const size = (group: string): number =>
    [...group].reduce((total, label) => total * (sizes.get(label) ?? 1), 1)
  const left = reshape(arrange(a.tensor, a.labels, shared + ownA + contracted), [
    size(shared),
    size(ownA),
    size(contracted),
  ])
  const right = reshape(arrange(b.tensor, b.labels, shared + contracted + ownB), [
    size(shared),
    size(contracted),
    size(ownB),
  ])
  const order = shared + ownA + ownB
  const full = reshape(
    matMul(left, right),
    [...order].map((label) => sizes.get(label) ?? 1),
  )
  return arrange(full, order, result)
}

function arrange(tensor: Tensor, labels: string, wanted: string): Tensor {
  if (labels === wanted) return tensor
  return transpose(
    tensor,
    [...wanted].map((label) => labels.indexOf(label)),
  )
}
