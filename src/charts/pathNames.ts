/** Where the names of paths stand on a map. Pure. */
import { textWidth } from './scale.ts'

export type Px = readonly [x: number, y: number]

interface Drawn {
  readonly path: { readonly id: string; readonly name?: string; readonly role: 'yours' | 'reference' }
  readonly points: readonly Px[]
}

interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly metrics: { readonly label: number; readonly ring: number }
}

interface PlacedName {
  readonly id: string
  readonly text: string
  readonly at: Px
  readonly yours: boolean
}

/** In px. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** How far a name likes to be from other paths, in heights of its type; more is not better. */
const COMFORT = 2.2
/** A place that reaches this score, in heights of type, is taken without looking further. */
const ENOUGH = 2.6
const MOST_CANDIDATES = 160

/**
 * A name stands beside its own path where that runs alone: of the places along it, right, left, above or below,
 * the first that is comfortable, else the one farthest from all other paths, their common start and the names
 * already placed. A name without room is left out. Other words of the picture, in `taken`, are kept clear.
 */
export function placeNames(drawn: readonly Drawn[], frame: Frame, taken: readonly Box[] = []): PlacedName[] {
  const size = frame.metrics.label
  const strokes = drawn.map(({ path, points }) => ({ id: path.id, points: walk(points, size * 0.6) }))
  const starts = drawn.flatMap(({ points }) => points.slice(0, 1))
  const boxes: Box[] = [...taken]
  const names: PlacedName[] = []
  for (const { path, points } of drawn) {
    if (path.name === undefined) continue
    const width = textWidth(path.name, size) * 1.06
    const own = strokes.find(({ id }) => id === path.id)?.points ?? []
    const others = strokes.filter(({ id }) => id !== path.id).flatMap((stroke) => stroke.points)
    let best: { at: Px; score: number; box: Box } | undefined
    for (const point of walk(points, size * 2).slice(0, MOST_CANDIDATES)) {
      // The first good place is kept while the path grows: a name must not jump about during a run.
      if (best && best.score >= ENOUGH * size) break
      if (
        starts.some((start) => Math.hypot(start[0] - point[0], start[1] - point[1]) < frame.metrics.ring * 3)
      )
        continue
      for (const at of around(point, width, size)) {
        const box = {
          left: at[0],
          right: at[0] + width,
          top: at[1] - size * 0.8,
          bottom: at[1] + size * 0.25,
        }
        if (!isInside(box, frame)) continue
        const toOwn = nearest(own, box)
        const toStarts = nearest(starts, box) - frame.metrics.ring
        const toNames = Math.min(Infinity, ...boxes.map((other) => boxDistance(box, other)))
        if (toNames === 0) continue
        const score =
          Math.min(nearest(others, box), COMFORT * size) +
          3 * Math.min(toOwn, size * 0.4) +
          Math.min(0, toStarts - size) +
          Math.min(0, toNames - size * 0.4) * 4
        if (!best || score > best.score + 0.01) best = { at, score, box }
      }
    }
    if (!best || best.score < size * 0.2) continue
    boxes.push(best.box)
    names.push({ id: path.id, text: path.name, at: best.at, yours: path.role === 'yours' })
  }
  return names
}

function around([x, y]: Px, width: number, size: number): Px[] {
  const gap = size * 0.65
  return [
    [x + gap, y + size * 0.35],
    [x - gap - width, y + size * 0.35],
    [x - width / 2, y - gap],
    [x - width / 2, y + gap + size * 0.75],
  ]
}

/** Points at even distances along a polyline: long steps count as much as many short ones. */
function walk(points: readonly Px[], pitch: number): Px[] {
  const even: Px[] = []
  let before: Px | undefined
  let owed = 0
  for (const point of points) {
    if (!Number.isFinite(point[0]) || !Number.isFinite(point[1])) {
      before = undefined
      continue
    }
    if (before) {
      const [dx, dy] = [point[0] - before[0], point[1] - before[1]]
      const long = Math.hypot(dx, dy)
      // A path that shoots out of the picture would be walked for ever.
      for (let along = owed; along < Math.min(long, 4000); along += pitch)
        even.push([before[0] + (dx * along) / long, before[1] + (dy * along) / long])
      owed = long > 0 ? (pitch - ((long - owed) % pitch)) % pitch : owed
    } else {
      even.push(point)
    }
    before = point
  }
  if (before) even.push(before)
  return even
}

function isInside(box: Box, { left, top, width, height }: Frame): boolean {
  return (
    box.left > left + 4 && box.right < left + width - 4 && box.top > top + 2 && box.bottom < top + height - 2
  )
}

function nearest(points: readonly Px[], box: Box): number {
  let least = Infinity
  for (const [x, y] of points) {
    const dx = Math.max(box.left - x, 0, x - box.right)
    const dy = Math.max(box.top - y, 0, y - box.bottom)
    least = Math.min(least, Math.hypot(dx, dy))
  }
  return least
}

function boxDistance(a: Box, b: Box): number {
  return Math.hypot(
    Math.max(a.left - b.right, b.left - a.right, 0),
    Math.max(a.top - b.bottom, b.top - a.bottom, 0),
  )
}
