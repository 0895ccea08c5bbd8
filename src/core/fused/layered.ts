import { makeCode } from './code.ts'
import { writeLossGradient } from './lossCode.ts'
import { placesOf, type Place, type Plan, type PlannedLayer } from './plan.ts'

/**
 * The same as `unrolledSource`, with a function for each layer and direction, straight-line inside: where one stretch of code would
 * have more numbers at hand than the compiler keeps track of, but no layer has. H, D and E are scratch: what enters each
 * layer, f′(z), and gradients in what enters each layer. `functions` stand before the body and are called by it.
 */
export function layeredSource(plan: Plan): {
  readonly source: string
  readonly functions: string
  readonly scratch: number
} {
  const { layers } = plan
  const { places, masks } = placesOf(plan)
  const outputs = layers[layers.length - 1].units
  const starts = [0]
  for (const { inputs } of layers) starts.push(starts[starts.length - 1] + inputs)
  const end = starts[layers.length]

  const functions = layers.map(
    (layer, l) => `function forward${l}(W, M, m) {
${forwardOf(layer, places[l], starts[l], starts[l + 1])}
}
function backward${l}(W, G, M, m) {
${backwardOf(layer, places[l], starts[l], starts[l + 1], l > 0)}
}`,
  )

  const loss = makeCode()
  const predictions = Array.from({ length: outputs }, (_, k) => loss.name(`H[${end + k}]`))
  const targets = Array.from({ length: outputs }, (_, k) => loss.name(`Y[y + ${k}]`))
  writeLossGradient(loss, plan, predictions, targets).forEach((gradient, k) =>
    loss.write(`E[${end + k}] = ${gradient};`),
  )

  const calls = layers.map((_, l) => `forward${l}(W, M, m);`)
  const callsBack = layers.map((_, l) => `backward${l}(W, G, M, m);`).reverse()
  const source = `const share = 1 / count;
for (let b = 0; b < count; b++) {
const x = rows[b] * ${layers[0].inputs}, y = rows[b] * ${outputs}, m = b * ${masks};
${Array.from({ length: layers[0].inputs }, (_, i) => `H[${i}] = X[x + ${i}];`).join('\n')}
${calls.join('\n')}
{
${loss.source()}
}
${callsBack.join('\n')}
}`
  return { source, functions: functions.join('\n'), scratch: end + outputs }
}

function forwardOf(layer: PlannedLayer, { kernel, bias, mask }: Place, from: number, to: number): string {
  const { inputs, units, activation, adds, drops } = layer
  const code = makeCode()
  const parameters = Object.fromEntries(
    Object.entries(layer.parameters).map(([key, value]) => [key, code.o.constant(value)]),
  )
  const h = Array.from({ length: inputs }, (_, i) => code.name(`H[${from + i}]`))
  for (let j = 0; j < units; j++) {
    const terms = h.map((each, i) => `${each} * W[${kernel + i * units + j}]`)
    const z = code.name([`W[${bias + j}]`, ...terms].join(' + '))
    const a = activation.value(code.o, z, parameters)
    const kept = drops ? `${a} * M[m + ${mask + j}]` : a
    code.write(`D[${to + j}] = ${activation.derivative(code.o, z, parameters)};`)
    code.write(`H[${to + j}] = ${adds ? `${kept} + ${h[j]}` : kept};`)
  }
  return code.source()
}

function backwardOf(
  layer: PlannedLayer,
  { kernel, bias, mask }: Place,
  from: number,
  to: number,
  goesOn: boolean,
): string {
  const { inputs, units, adds, drops } = layer
  const code = makeCode()
  const deltas = Array.from({ length: units }, (_, j) => {
    const factor = drops ? ` * M[m + ${mask + j}]` : ''
    const delta = code.name(`E[${to + j}] * D[${to + j}]${factor}`)
    code.write(`G[${bias + j}] += ${delta};`)
    return delta
  })
  for (let i = 0; i < inputs; i++) {
    const at = kernel + i * units
    const h = code.name(`H[${from + i}]`)
    deltas.forEach((delta, j) => code.write(`G[${at + j}] += ${delta} * ${h};`))
    if (!goesOn) continue
    const back = deltas.map((delta, j) => `${delta} * W[${at + j}]`)
    code.write(`E[${from + i}] = ${[...back, ...(adds ? [`E[${to + i}]`] : [])].join(' + ')};`)
  }
  return code.source()
}
