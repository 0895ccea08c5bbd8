/** A network as one flat list of weights, evaluated in plain arrays: a grid of a thousand networks must not disturb the training. */

/** Where a layer's numbers stand in the flat list: kernel [inputs, units] row-major, then the biases. */
export interface Span {
  readonly inputs: number
  readonly units: number
  readonly kernel: number
  readonly bias: number
}

export function spansOf(sizes: readonly number[]): Span[] {
  let at = 0
  return sizes.slice(1).map((units, layer) => {
    const inputs = sizes[layer]
    const span = { inputs, units, kernel: at, bias: at + inputs * units }
    at = span.bias + units
    return span
  })
}

export const countWeights = (sizes: readonly number[]): number =>
  sizes.slice(1).reduce((sum, units, layer) => sum + (sizes[layer] + 1) * units, 0)

/**
 * The mean binary cross-entropy of a tanh network over a data set, in float64: log(1 + eᶻ) − t z for each logit z.
 * The tensors' loss is the same to single precision (a test holds this).
 */
export function makeLoss(
  sizes: readonly number[],
  inputs: ArrayLike<number>,
  targets: ArrayLike<number>,
): (weights: ArrayLike<number>) => number {
  const spans = spansOf(sizes)
  const widest = Math.max(...sizes)
  let from = new Float64Array(widest)
  let to = new Float64Array(widest)
  const count = targets.length
  return (weights) => {
    let sum = 0
    for (let example = 0; example < count; example++) {
      from[0] = inputs[2 * example]
      from[1] = inputs[2 * example + 1]
      for (let layer = 0; layer < spans.length; layer++) {
        const { inputs: rows, units, kernel, bias } = spans[layer]
        const last = layer === spans.length - 1
        for (let unit = 0; unit < units; unit++) {
          let z = weights[bias + unit]
          for (let row = 0; row < rows; row++) z += from[row] * weights[kernel + row * units + unit]
          to[unit] = last ? z : Math.tanh(z)
        }
        ;[from, to] = [to, from]
      }
      const logit = from[0]
      sum += Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - targets[example] * logit
    }
    return sum / count
  }
}
