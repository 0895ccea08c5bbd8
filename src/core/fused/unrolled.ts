import { makeCode } from './code.ts'
import { writeLossGradient } from './lossCode.ts'
import { placesOf, type Plan } from './plan.ts'

/**
 * The body of `(W, G, X, Y, rows, count, M)`: adds the gradient of the mean loss on `count` examples to G, with every
 * number of one example in a variable of its own. For networks of some hundred weights.
 */
export function unrolledSource(plan: Plan): string {
  const { layers } = plan
  const { places, masks } = placesOf(plan)
  const code = makeCode()
  const { o } = code
  const outputs = layers[layers.length - 1].units
  const sum = (terms: readonly string[]): string => code.name(terms.join(' + '))

  // Forward: what enters each layer, and f′(z) of each unit.
  const entering: string[][] = [Array.from({ length: layers[0].inputs }, (_, i) => code.name(`X[x + ${i}]`))]
  const slopes: string[][] = []
  layers.forEach((layer, l) => {
    const { kernel, bias, mask } = places[l]
    const h = entering[l]
    const parameters = Object.fromEntries(
      Object.entries(layer.parameters).map(([key, value]) => [key, o.constant(value)]),
    )
    const slope: string[] = []
    const out = Array.from({ length: layer.units }, (_, j) => {
      const z = sum([`W[${bias + j}]`, ...h.map((each, i) => `${each} * W[${kernel + i * layer.units + j}]`)])
      const a = layer.activation.value(o, z, parameters)
      slope.push(layer.activation.derivative(o, z, parameters))
      const kept = layer.drops ? o.mul(a, `M[m + ${mask + j}]`) : a
      return layer.adds ? o.add(kept, h[j]) : kept
    })
    slopes.push(slope)
    entering.push(out)
  })

  // Backward: `above` is the gradient in what leaves the layer.
  const targets = Array.from({ length: outputs }, (_, k) => code.name(`Y[y + ${k}]`))
  let above = writeLossGradient(code, plan, entering[layers.length], targets)
  for (let l = layers.length - 1; l >= 0; l--) {
    const layer = layers[l]
    const { kernel, bias, mask } = places[l]
    const h = entering[l]
    const passed = above
    const kept = layer.drops ? above.map((each, j) => o.mul(each, `M[m + ${mask + j}]`)) : above
    const deltas = kept.map((each, j) => (slopes[l][j] === '1' ? each : o.mul(each, slopes[l][j])))
    deltas.forEach((delta, j) => {
      code.write(`G[${bias + j}] += ${delta};`)
      h.forEach((each, i) => code.write(`G[${kernel + i * layer.units + j}] += ${delta} * ${each};`))
    })
    if (l === 0) break
    above = h.map((_, i) => {
      const back = deltas.map((delta, j) => `${delta} * W[${kernel + i * layer.units + j}]`)
      return sum(layer.adds ? [...back, passed[i]] : back)
    })
  }
  return `const share = 1 / count;
for (let b = 0; b < count; b++) {
const x = rows[b] * ${layers[0].inputs}, y = rows[b] * ${outputs}${masks > 0 ? `, m = b * ${masks}` : ''};
${code.source()}
}`
}
