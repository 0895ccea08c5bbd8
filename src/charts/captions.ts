/** Where words stand beside a mark on a picture: for who draws them, and for who keeps clear of them. Pure. */
import type { PlotArea } from './area.ts'
import type { Box } from './pathNames.ts'
import { textWidth } from './scale.ts'

/** `ring`: beside a handle. `mark`: below and right of a mark. `above`, `below`: over it and under it, in the middle. */
export type CaptionKind = 'ring' | 'mark' | 'above' | 'below'

export interface Caption {
  /** In the axes' values. */
  readonly at: readonly [number, number]
  readonly words: string
  readonly kind: CaptionKind
}

interface Spot {
  /** Base line, in px from the mark. */
  readonly dx: number
  readonly dy: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Where the words go; what has no room on the right changes sides. */
export function spotOf(kind: CaptionKind, px: number, words: string, area: PlotArea): Spot {
  const { left, width, metrics } = area
  if (kind === 'below') return { dx: 0, dy: metrics.label * 1.5, anchor: 'middle' }
  if (kind === 'above') return { dx: 0, dy: -metrics.label * 0.85, anchor: 'middle' }
  const away = kind === 'ring' ? metrics.ring + 8 : metrics.label * 0.72
  const onLeft = px + away + widthOf(words, area) > left + width - 4
  return {
    dx: onLeft ? -away : away,
    dy: kind === 'ring' ? -metrics.ring : metrics.label * 1.25,
    anchor: onLeft ? 'end' : 'start',
  }
}

const widthOf = (words: string, { metrics }: PlotArea): number => textWidth(words, metrics.label) * 1.06

/** The room that the words and their mark take, in px. */
export function captionBox({ at, words, kind }: Caption, area: PlotArea): Box {
  const size = area.metrics.label
  const [px, py] = [area.x(at[0]), area.y(at[1])]
  const { dx, dy, anchor } = spotOf(kind, px, words, area)
  const width = widthOf(words, area)
  const left = px + dx - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2)
  const base = py + dy
  const half = kind === 'ring' ? area.metrics.ring : size / 2
  return {
    left: Math.min(left, px - half),
    right: Math.max(left + width, px + half),
    top: Math.min(base - size * 0.8, py - half),
    bottom: Math.max(base + size * 0.25, py + half),
  }
}
