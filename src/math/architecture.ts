/** Networks for images as a reader puts them together, layer by layer: sizes, counts, and what can't be. */

export type ConvPadding = 'valid' | 'same'

export type NetLayer =
  | {
      readonly kind: 'conv'
      readonly filters: number
      /** Height and width of a kernel. */
      readonly size: number
      readonly stride: number
      /** Cells from one entry of a kernel to the next. */
      readonly dilation: number
      readonly padding: ConvPadding
      /** An id of `math/activations`. */
      readonly activation: string
    }
  | {
      readonly kind: 'pool'
      readonly how: 'max' | 'average'
      readonly size: number
      readonly stride: number
      readonly padding: ConvPadding
    }
  | { readonly kind: 'global-pool' }
  | { readonly kind: 'batch-norm' }
  | { readonly kind: 'dropout'; readonly rate: number }
  | { readonly kind: 'dense'; readonly units: number; readonly activation: string }

/** Height, width and channels of what a layer gives; height and width 1 after a dense layer or a global pool. */
export interface Volume {
  readonly height: number
  readonly width: number
  readonly channels: number
}

/** What can be wrong with a layer where it stands; the page words it. */
export type ArchitectureProblem =
  /** The window (a dilated kernel with its gaps) is larger than the map it should slide over. */
  | { readonly code: 'window-too-large'; readonly window: number; readonly input: Volume }
  /** Windows need a map, and a dense layer has left none. */
  | { readonly code: 'no-map' }
  | { readonly code: 'too-many-weights'; readonly weights: number; readonly most: number }

/** One layer as it will be built. */
export interface PlannedLayer {
  readonly layer: NetLayer
  readonly input: Volume
  readonly output: Volume
  /** Numbers that are learned. */
  readonly weights: number
  /** Multiplications for one image, forwards. */
  readonly multiplications: number
}

export interface Architecture {
  /** The reader's layers, then the dense layer of logits. */
  readonly layers: readonly PlannedLayer[]
  readonly weights: number
  readonly multiplications: number
}

export type ArchitectureResult =
  | { readonly plan: Architecture; readonly problem?: never }
  | {
      readonly problem: ArchitectureProblem
      /** Index of the layer that can't be, the head being one past the last. */
      readonly at: number
      readonly plan?: never
    }

/** Beyond this a page would train for hours. */
export const MOST_WEIGHTS = 2e6

/** Follows an image through the layers to `classes` logits. */
export function planNetwork(input: Volume, layers: readonly NetLayer[], classes: number): ArchitectureResult {
  const planned: PlannedLayer[] = []
  let weights = 0
  let multiplications = 0
  let volume = input
  let flat = false
  const head: NetLayer = { kind: 'dense', units: classes, activation: 'linear' }
  for (const [at, layer] of [...layers, head].entries()) {
    const problem = problemOf(layer, volume, flat)
    if (problem) return { problem, at }
    const made = planLayer(layer, volume)
    planned.push(made)
    weights += made.weights
    multiplications += made.multiplications
    if (weights > MOST_WEIGHTS)
      return { problem: { code: 'too-many-weights', weights, most: MOST_WEIGHTS }, at }
    volume = made.output
    flat ||= layer.kind === 'dense' || layer.kind === 'global-pool'
  }
  return { plan: { layers: planned, weights, multiplications } }
}

/** Cells that a window covers along one side, its gaps included. */
export const windowOf = (layer: Extract<NetLayer, { kind: 'conv' | 'pool' }>): number =>
  layer.kind === 'conv' ? (layer.size - 1) * layer.dilation + 1 : layer.size

function problemOf(layer: NetLayer, input: Volume, flat: boolean): ArchitectureProblem | undefined {
  if (layer.kind !== 'conv' && layer.kind !== 'pool' && layer.kind !== 'global-pool') return undefined
  if (flat) return { code: 'no-map' }
  if (layer.kind === 'global-pool' || layer.padding === 'same') return undefined
  const window = windowOf(layer)
  return window > Math.min(input.height, input.width)
    ? { code: 'window-too-large', window, input }
    : undefined
}

function planLayer(layer: NetLayer, input: Volume): PlannedLayer {
  const { height, width, channels } = input
  const of = (output: Volume, weights = 0, multiplications = 0): PlannedLayer => ({
    layer,
    input,
    output,
    weights,
    multiplications,
  })
  switch (layer.kind) {
    case 'conv': {
      const kernel = layer.size ** 2 * channels * layer.filters
      const output = { ...slide(layer, input), channels: layer.filters }
      return of(output, kernel + layer.filters, kernel * output.height * output.width)
    }
    case 'pool':
      return of({ ...slide(layer, input), channels })
    case 'global-pool':
      return of({ height: 1, width: 1, channels })
    case 'batch-norm':
      return of(input, 2 * channels, height * width * channels)
    case 'dropout':
      return of(input)
    case 'dense': {
      const kernel = height * width * channels * layer.units
      return of({ height: 1, width: 1, channels: layer.units }, kernel + layer.units, kernel)
    }
  }
}

/** Positions of a window: ⌊(n − k) / s⌋ + 1 without padding, ⌈n / s⌉ with as much as keeps the size. */
function slide(
  layer: Extract<NetLayer, { kind: 'conv' | 'pool' }>,
  { height, width }: Volume,
): { readonly height: number; readonly width: number } {
  const side = (size: number): number =>
    layer.padding === 'same'
      ? Math.ceil(size / layer.stride)
      : Math.floor((size - windowOf(layer)) / layer.stride) + 1
  return { height: side(height), width: side(width) }
}
