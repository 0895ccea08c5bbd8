import { round } from './text.tsx'

/** How a line is drawn. Hue is not spent on runs: dashes and names tell them apart; only the reader's own is green. */
export type LineRole = 'train' | 'test' | 'reference' | 'yours'

const REFERENCE_DASHES = ['6 4', '1.5 4', '10 4 1.5 4', '14 4', '4 3', '1.5 2.5', '9 3 1.5 3 1.5 3', '3 6']
const BIG_REFERENCE_DASHES = ['10 6', '2 6', '16 6 2 6', '22 6', '6 5', '2 4', '14 5 2 5 2 5', '5 9']

/** Dash pattern of the n-th reference line: dashes, dots, dash-dot, long dashes… */
export function referenceDash(index: number, big = false): string {
  const dashes = big ? BIG_REFERENCE_DASHES : REFERENCE_DASHES
  return dashes[index % dashes.length] ?? '6 4'
}

interface MarkProps {
  x: number
  y: number
  /** 0 disc, 1 square, 2 triangle, 3 outlined cross. */
  kind: number
  /** Open marks are test points. */
  open?: boolean
  size?: number
}

/** The mark of a class: always a colour and a shape. */
export function ClassMark({ x, y, kind, open = false, size = 4 }: MarkProps) {
  // Colours come by class: a page holds thousands of marks.
  const className = `point ${'abcd'[kind % 4] ?? 'a'}${open ? ' open' : ''}`
  if (kind % 4 === 0) return <circle className={className} cx={round(x)} cy={round(y)} r={size} />
  return <path className={className} d={markPath(kind % 4, round(x), round(y), size)} />
}

function markPath(kind: number, x: number, y: number, size: number): string {
  const s = round(size * 0.86)
  if (kind === 1) return `M${x - s} ${y - s}h${2 * s}v${2 * s}h${-2 * s}z`
  if (kind === 2)
    return `M${x} ${round(y - size * 1.15)}l${round(size * 1.1)} ${round(size * 1.95)}h${round(-size * 2.2)}z`
  // a plus turned by 45°: arms of width w
  const w = round(size * 0.45)
  const a = round(size * 1.15)
  return `M${x} ${y - w}l${a - w} ${w - a}l${w} ${w}l${w - a} ${a - w}l${a - w} ${a - w}l${-w} ${w}l${w - a} ${w - a}l${w - a} ${a - w}l${-w} ${-w}l${a - w} ${w - a}l${w - a} ${w - a}l${w} ${-w}z`
}
