/** What a layer of the little language of shapes asks for. */
export type ShapeLayer =
  | { readonly kind: 'dense'; readonly units: number }
  | {
      readonly kind: 'conv'
      readonly filters: number
      readonly kernel: number
      readonly stride: number
      readonly same: boolean
    }
  | { readonly kind: 'pool'; readonly window: number; readonly stride: number }
  | { readonly kind: 'flatten' }
  | { readonly kind: 'global-pool' }

/** [length] of a vector, or [height, width, channels] of an image. */
export type Shape = readonly [number] | readonly [number, number, number]

/** What can be wrong with a layer or with an input; the page words it. */
export type ShapeProblem =
  | { readonly code: 'unknown-layer'; readonly word: string }
  | { readonly code: 'needs-number'; readonly word: string }
  | { readonly code: 'unknown-word'; readonly word: string }
  | { readonly code: 'bad-input'; readonly word: string }
  | { readonly code: 'needs-vector'; readonly shape: Shape }
  | { readonly code: 'needs-image'; readonly shape: Shape }
  | { readonly code: 'window-too-large'; readonly window: number; readonly shape: Shape }

/** What a layer makes of its input. */
export interface ShapeStep {
  readonly layer: ShapeLayer
  readonly shape: Shape
  /** Numbers that are learned. */
  readonly weights: number
}

const LARGEST = 4096

/** `8` or `28x28x1`, with x, × or * between the numbers. Undefined for anything else. */
export function parseShape(text: string): Shape | undefined {
  const sizes = text
    .trim()
    .split(/\s*[x×*]\s*/i)
    .map(Number)
  const sound = sizes.every((size) => Number.isInteger(size) && size >= 1 && size <= LARGEST)
  if (!sound) return undefined
  const [a, b, c] = sizes
  if (sizes.length === 1) return [a]
  if (sizes.length === 2) return [a, b, 1]
  return sizes.length === 3 ? [a, b, c] : undefined
}

/** Reads one layer: `conv 8 5x5 stride 2 same`, `pool 2`, `flatten`, `global pool`, `dense 10`. */
export function parseLayer(text: string): ShapeLayer | ShapeProblem {
  const words = text.trim().toLowerCase().split(/\s+/)
  const kind = words[0] === 'global' && words[1] === 'pool' ? 'global-pool' : words[0]
  const rest = words.slice(kind === 'global-pool' ? 2 : 1)
  const numbers: number[] = []
  let stride: number | undefined
  let same = false
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]
    const size = /^(\d+)(?:[x×](\d+))?$/.exec(word)
    if (word === 'same' || word === 'valid') same = word === 'same'
    else if (word === 'stride') stride = Number(rest[++i])
    else if (size && (size[2] === undefined || size[2] === size[1])) numbers.push(Number(size[1]))
    else return { code: 'unknown-word', word }
  }
  const given = [...numbers, ...(stride === undefined ? [] : [stride])]
  if (!given.every((n) => Number.isInteger(n) && n >= 1 && n <= LARGEST))
    return { code: 'needs-number', word: kind }
  const [first, second] = numbers
  switch (kind) {
    case 'dense':
      return first === undefined ? { code: 'needs-number', word: kind } : { kind, units: first }
    case 'conv':
      return second === undefined
        ? { code: 'needs-number', word: kind }
        : { kind, filters: first, kernel: second, stride: stride ?? 1, same }
    case 'pool':
      return first === undefined
        ? { code: 'needs-number', word: kind }
        : { kind, window: first, stride: stride ?? first }
    case 'flatten':
    case 'global-pool':
      return { kind }
    default:
      return { code: 'unknown-layer', word: words[0] }
  }
}

/** The layers of a text, between commas, semicolons or line ends. */
export function parseLayers(text: string): readonly (ShapeLayer | ShapeProblem)[] {
  return text
    .split(/[,;，；\n]/)
    .filter((part) => part.trim() !== '')
    .map(parseLayer)
}

/** Positions of a window along one side: ⌊(n − k) / s⌋ + 1 without padding, ⌈n / s⌉ with as much as keeps the size. */
export function countPositions(size: number, window: number, stride: number, same: boolean): number {
  return same ? Math.ceil(size / stride) : Math.floor((size - window) / stride) + 1
}

/** The shape and the number of weights that a layer makes of an input, or why it can't. */
export function applyLayer(layer: ShapeLayer, input: Shape): ShapeStep | ShapeProblem {
  switch (layer.kind) {
    case 'dense':
      if (input.length !== 1) return { code: 'needs-vector', shape: input }
      return { layer, shape: [layer.units], weights: input[0] * layer.units + layer.units }
    case 'flatten':
      return { layer, shape: [input.reduce((product, size) => product * size, 1)], weights: 0 }
    case 'global-pool':
      if (input.length !== 3) return { code: 'needs-image', shape: input }
      return { layer, shape: [input[2]], weights: 0 }
    case 'conv':
    case 'pool': {
      if (input.length !== 3) return { code: 'needs-image', shape: input }
      const [height, width, channels] = input
      const window = layer.kind === 'conv' ? layer.kernel : layer.window
      const same = layer.kind === 'conv' && layer.same
      if (!same && (window > height || window > width))
        return { code: 'window-too-large', window, shape: input }
      const side = (size: number): number => countPositions(size, window, layer.stride, same)
      const filters = layer.kind === 'conv' ? layer.filters : channels
      const weights = layer.kind === 'conv' ? window * window * channels * filters + filters : 0
      return { layer, shape: [side(height), side(width), filters], weights }
    }
  }
}

export function isProblem(step: ShapeLayer | ShapeStep | ShapeProblem): step is ShapeProblem {
  return 'code' in step
}

/** Follows an input through the layers, up to the first that is wrong. */
export function followShapes(
  input: Shape,
  layers: readonly (ShapeLayer | ShapeProblem)[],
): {
  readonly steps: readonly ShapeStep[]
  /** What is wrong with the layer after the last step. */
  readonly problem?: ShapeProblem
} {
  const steps: ShapeStep[] = []
  let shape = input
  for (const layer of layers) {
    const step = isProblem(layer) ? layer : applyLayer(layer, shape)
    if (isProblem(step)) return { steps, problem: step }
    steps.push(step)
    shape = step.shape
  }
  return { steps }
}
