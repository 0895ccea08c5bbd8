import { formatNumber } from '../../../i18n/number.ts'
import {
  countPositions,
  type Shape,
  type ShapeLayer,
  type ShapeProblem,
  type ShapeStep,
} from '../../../math/shapes.ts'

export type Words = Readonly<
  Record<
    | 'unknown-layer'
    | 'needs-number'
    | 'unknown-word'
    | 'bad-input'
    | 'needs-vector'
    | 'needs-image'
    | 'window-too-large',
    string
  >
>

export const formatShape = (shape: Shape): string => shape.map((size) => formatNumber(size)).join(' × ')

/** A layer as it is written in code: `conv 8, 5×5`. */
export function nameLayer(layer: ShapeLayer): string {
  switch (layer.kind) {
    case 'dense':
      return `dense ${layer.units}`
    case 'conv':
      return `conv ${layer.filters}, ${layer.kernel}×${layer.kernel}${layer.stride > 1 ? `, stride ${layer.stride}` : ''}${layer.same ? ', same' : ''}`
    case 'pool':
      return `pool ${layer.window}×${layer.window}${layer.stride === layer.window ? '' : `, stride ${layer.stride}`}`
    case 'flatten':
      return 'flatten'
    case 'global-pool':
      return 'global pool'
  }
}

/** How the new size follows from the old one, with the numbers in it. */
export function ruleOf({ layer, shape }: ShapeStep, input: Shape): string {
  switch (layer.kind) {
    case 'dense':
      return `${input.join('')} → ${shape.join('')}`
    case 'flatten':
      return `${input.join(' · ')} = ${shape[0]}`
    case 'global-pool':
      return `${formatShape(input)} → ${shape[0]}`
    case 'conv':
    case 'pool': {
      const window = layer.kind === 'conv' ? layer.kernel : layer.window
      const same = layer.kind === 'conv' && layer.same
      const size = countPositions(input[0], window, layer.stride, same)
      if (same)
        return layer.stride === 1 ? `${input[0]} → ${size}` : `⌈${input[0]} / ${layer.stride}⌉ = ${size}`
      return `⌊(${input[0]} − ${window}) / ${layer.stride}⌋ + 1 = ${size}`
    }
  }
}

/** Where a layer's weights come from. */
export function weightsOf({ layer, weights }: ShapeStep, input: Shape): string {
  if (layer.kind === 'dense')
    return `${input[0]} · ${layer.units} + ${layer.units} = ${formatNumber(weights)}`
  if (layer.kind !== 'conv') return '0'
  const { kernel, filters } = layer
  return `${kernel} · ${kernel} · ${input[2] ?? 1} · ${filters} + ${filters} = ${formatNumber(weights)}`
}

/** A problem in the reader's words. */
export function wordProblem(problem: ShapeProblem, words: Words): string {
  const template = words[problem.code]
  if ('word' in problem) return template.replace('{word}', problem.word)
  const shape = formatShape(problem.shape)
  return template
    .replace('{shape}', shape)
    .replace('{window}', 'window' in problem ? `${problem.window}` : '')
}
