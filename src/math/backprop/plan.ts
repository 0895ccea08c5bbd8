/** Back-propagation through a small dense network as a list of operations, one unit's number at a time. */

export type Operation =
  /** z = Σ w a + b of one unit. */
  | { readonly kind: 'sum'; readonly layer: number; readonly unit: number }
  /** a = f(z). */
  | { readonly kind: 'activate'; readonly layer: number; readonly unit: number }
  /** L(a, t). */
  | { readonly kind: 'loss' }
  /** ∂L/∂a of the outputs. */
  | { readonly kind: 'loss-slope' }
  /** ∂L/∂z = ∂L/∂a · f′(z). */
  | { readonly kind: 'sum-slope'; readonly layer: number; readonly unit: number }
  /** ∂L/∂w = ∂L/∂z · a below, and ∂L/∂b = ∂L/∂z, of one unit. */
  | { readonly kind: 'weight-slopes'; readonly layer: number; readonly unit: number }
  /** ∂L/∂a = Σ w ∂L/∂z over the units above; `layer` is where a stands. */
  | { readonly kind: 'activation-slope'; readonly layer: number; readonly unit: number }
  /** w ← w − η ∂L/∂w, everywhere at once. */
  | { readonly kind: 'update' }

/** One pass: forward, backward, update. `sizes` begins with the inputs; layer 0 is the input and has nothing to compute. */
export function planPass(sizes: readonly number[]): readonly Operation[] {
  const last = sizes.length - 1
  const each = <K extends Operation['kind']>(kind: K, layer: number) =>
    Array.from({ length: sizes[layer] }, (_, unit) => ({ kind, layer, unit }))
  const plan: Operation[] = []
  for (let layer = 1; layer <= last; layer++) plan.push(...each('sum', layer), ...each('activate', layer))
  plan.push({ kind: 'loss' }, { kind: 'loss-slope' })
  for (let layer = last; layer >= 1; layer--) {
    plan.push(...each('sum-slope', layer), ...each('weight-slopes', layer))
    if (layer > 1) plan.push(...each('activation-slope', layer - 1))
  }
  plan.push({ kind: 'update' })
  return plan
}

/** Where the numbers of one unit, and its parameters, stand in flat lists. */
export interface Places {
  readonly units: number
  readonly parameters: number
  /** Among all units of the layers 1, 2, … */
  unit(layer: number, unit: number): number
  /** Among all parameters: each unit's weights, then the biases of the layer. */
  weight(layer: number, unit: number, input: number): number
  bias(layer: number, unit: number): number
}

export function placesOf(sizes: readonly number[]): Places {
  const unitStart = [0, 0]
  const parameterStart = [0, 0]
  for (let layer = 1; layer < sizes.length; layer++) {
    unitStart.push(unitStart[layer] + sizes[layer])
    parameterStart.push(parameterStart[layer] + sizes[layer] * (sizes[layer - 1] + 1))
  }
  return {
    units: unitStart[sizes.length],
    parameters: parameterStart[sizes.length],
    unit: (layer, unit) => unitStart[layer] + unit,
    weight: (layer, unit, input) => parameterStart[layer] + unit * sizes[layer - 1] + input,
    bias: (layer, unit) => parameterStart[layer] + sizes[layer] * sizes[layer - 1] + unit,
  }
}
