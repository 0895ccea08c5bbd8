import { makeCode } from './code.ts'
import { writeLossGradient } from './lossCode.ts'
import { placesOf, type Plan } from './plan.ts'

/**
 * The same as `unrolledSource`, with loops over units: for networks whose straight-line code would be too long to
 * compile well. H, D and E are scratch: what enters each layer, f′(z), and gradients in what enters each layer.
 */
export function loopedSource(plan: Plan): { readonly source: string; readonly scratch: number } {
  const { layers } = plan
  const { places, masks } = placesOf(plan)
  const outputs = layers[layers.length - 1].units
  // `starts[l]` is where the numbers that enter layer l stand in H and E; its f′ stand where its output does.
  const starts = [0]
  for (const { inputs } of layers) starts.push(starts[starts.length - 1] + inputs)

  const forward = layers.map((layer, l) => {
    const { inputs, units, activation, adds, drops } = layer
    const [from, to] = [starts[l], starts[l + 1]]
    const { kernel, bias, mask } = places[l]
    const code = makeCode()
    const parameters = Object.fromEntries(
      Object.entries(layer.parameters).map(([key, value]) => [key, code.o.constant(value)]),
    )
    const value = activation.value(code.o, 'z', parameters)
    const slope = activation.derivative(code.o, 'z', parameters)
    const kept = drops ? `${value} * M[m + ${mask} + j]` : value
    const out = adds ? `${kept} + H[${from} + j]` : kept
    return `for (let j = 0; j < ${units}; j++) H[${to} + j] = W[${bias} + j];
for (let i = 0; i < ${inputs}; i++) {
const h = H[${from} + i], k = ${kernel} + i * ${units};
for (let j = 0; j < ${units}; j++) H[${to} + j] += h * W[k + j];
}
for (let j = 0; j < ${units}; j++) {
const z = H[${to} + j];
${code.source()}
D[${to} + j] = ${slope};
H[${to} + j] = ${out};
}`
  })

  const loss = makeCode()
  const end = starts[layers.length]
  const predictions = Array.from({ length: outputs }, (_, k) => loss.name(`H[${end + k}]`))
  const targets = Array.from({ length: outputs }, (_, k) => loss.name(`Y[y + ${k}]`))
  writeLossGradient(loss, plan, predictions, targets).forEach((gradient, k) =>
    loss.write(`E[${end + k}] = ${gradient};`),
  )

  const backward = layers
    .map((layer, l) => {
      const { inputs, units, adds, drops } = layer
      const [from, to] = [starts[l], starts[l + 1]]
      const { kernel, bias, mask } = places[l]
      // The delta takes the place of f′, so that E keeps the gradient that a residual passes on.
      return `for (let j = 0; j < ${units}; j++) {
const d = E[${to} + j] * D[${to} + j]${drops ? ` * M[m + ${mask} + j]` : ''};
D[${to} + j] = d;
G[${bias} + j] += d;
}
for (let i = 0; i < ${inputs}; i++) {
const h = H[${from} + i], k = ${kernel} + i * ${units};
let s = ${adds ? `E[${to} + i]` : '0'};
for (let j = 0; j < ${units}; j++) {
const d = D[${to} + j];
s += d * W[k + j];
G[k + j] += d * h;
}
E[${from} + i] = s;
}`
    })
    .reverse()

  const source = `const share = 1 / count;
for (let b = 0; b < count; b++) {
const x = rows[b] * ${layers[0].inputs}, y = rows[b] * ${outputs}${masks > 0 ? `, m = b * ${masks}` : ''};
for (let i = 0; i < ${layers[0].inputs}; i++) H[i] = X[x + i];
${forward.join('\n')}
{
${loss.source()}
}
${backward.join('\n')}
}`
  return { source, scratch: end + outputs }
}
