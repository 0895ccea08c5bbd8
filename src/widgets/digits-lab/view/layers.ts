import { fill } from '../../../i18n/fill.ts'
import { formatNumber, formatPercent } from '../../../i18n/number.ts'
import type { ArchitectureResult, Volume } from '../../../math/architecture.ts'
import type { LabLayer, LayerKind } from '../spec/params.ts'
import { type Text } from '../strings/shared.ts'

/** Fields that mean something for a kind of layer, in the order of the editor. */
export const FIELDS: Readonly<Record<LayerKind, readonly (keyof LabLayer)[]>> = {
  conv: ['count', 'size', 'stride', 'dilation', 'padding', 'activation'],
  'max-pool': ['size', 'stride', 'padding'],
  'average-pool': ['size', 'stride', 'padding'],
  'global-pool': [],
  'batch-norm': [],
  dropout: ['rate'],
  dense: ['count', 'activation'],
}

export const shapeOf = ({ height, width, channels }: Volume): string =>
  height === 1 && width === 1 ? formatNumber(channels) : `${height} × ${width} × ${channels}`

/** What tells a layer from others of its kind: `5 × 5, 8`. */
export function detailOf({ kind, count, size, stride, dilation, rate }: LabLayer): string {
  const step = stride > 1 ? ` / ${stride}` : ''
  switch (kind) {
    case 'conv':
      return `${size} × ${size}${dilation > 1 ? ` · ${dilation}` : ''}${step}, ${count}`
    case 'max-pool':
    case 'average-pool':
      return `${size} × ${size}${step}`
    case 'dense':
      return formatNumber(count)
    case 'dropout':
      return formatPercent(rate)
    default:
      return ''
  }
}

/** Why the layers make no network, and what would help. */
export function wordProblem({ problem, at }: ArchitectureResult & { plan?: never }, text: Text): string {
  const n = at + 1
  switch (problem.code) {
    case 'window-too-large':
      return fill(text['too-large'], {
        n,
        window: problem.window,
        height: problem.input.height,
        width: problem.input.width,
      })
    case 'no-map':
      return fill(text['no-map'], { n })
    case 'too-many-weights':
      return fill(text['too-many'], {
        n,
        weights: formatNumber(problem.weights),
        most: formatNumber(problem.most),
      })
  }
}

export function wordTime(seconds: number, text: Text): string {
  return seconds < 100
    ? fill(text.seconds, { n: formatNumber(Math.max(1, Math.round(seconds))) })
    : fill(text.minutes, { n: formatNumber(Math.round(seconds / 60)) })
}
