import { usePlot } from '../../../charts/area.ts'
import { textWidth } from '../../../charts/scale.ts'
import { round } from '../../../charts/text.tsx'

export interface NamedPath {
  readonly id: string
  readonly name: string
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  readonly own: boolean
}

interface Props {
  paths: readonly NamedPath[]
  /** Where other words stand, in the axes' values: kept free. */
  taken: readonly { readonly at: readonly [number, number]; readonly words: string }[]
}

type Px = readonly [number, number]
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** The names of paths, each where its path runs alone: beside it, and far from the others, from the ring and from other words. */
export function PathNames({ paths, taken }: Props) {
  const area = usePlot()
  const { left, top, width, height, big, metrics } = area
  const size = metrics.label
  const gap = big ? 15 : 9
  const project = (path: NamedPath): Px[] =>
    Array.from({ length: path.x.length }, (_, step): Px => [
      area.x(path.x[step] ?? NaN),
      area.y(path.y[step] ?? NaN),
    ]).filter(([px, py]) => px > left && px < left + width && py > top && py < top + height)
  const drawn = paths.map((path) => ({ path, points: project(path) }))
  const boxes: Box[] = taken.map(({ at, words }) => ({
    x: area.x(at[0]) - metrics.ring,
    y: area.y(at[1]),
    width: textWidth(words, size) + 3 * metrics.ring,
  }))
  const names: { id: string; name: string; own: boolean; at: Px }[] = []
  for (const { path, points } of [...drawn].reverse()) {
    const others = drawn.filter((other) => other.path !== path).flatMap((other) => thin(other.points, 40))
    const mine = thin(points, 60)
    const wide = textWidth(path.name, size) * 1.06
    let best: { at: Px; score: number } | undefined
    for (const [px, py] of thin(points, 24)) {
      for (const at of [
        [px + gap, py + size * 0.35],
        [px - gap - wide, py + size * 0.35],
        [px - wide / 2, py - gap],
        [px - wide / 2, py + gap + size * 0.8],
      ] as const) {
        if (at[0] < left + 4 || at[0] + wide > left + width - 4) continue
        if (at[1] < top + size + 2 || at[1] > top + height - 6) continue
        const box = { x: at[0], y: at[1] - size * 0.35, width: wide }
        if (boxes.some((other) => overlaps(box, other, size))) continue
        const clear = Math.min(...mine.map((point) => distance(point, box, size)), 12)
        const alone = Math.min(...others.map((point) => distance(point, box, size)), 48)
        const score = 2 * clear + alone
        if (!best || score > best.score + 0.5) best = { at, score }
      }
    }
    if (!best || best.score < 8) continue
    boxes.push({ x: best.at[0], y: best.at[1] - size * 0.35, width: wide })
    names.push({ id: path.id, name: path.name, own: path.own, at: best.at })
  }
  return (
    <g aria-hidden="true">
      {names.map(({ id, name, own, at }) => (
        <text key={id} x={round(at[0])} y={round(at[1])} className={own ? 'lab you halo' : 'lab halo'}>
          {name}
        </text>
      ))}
    </g>
  )
}

function thin(points: readonly Px[], most: number): Px[] {
  const every = Math.max(1, Math.ceil(points.length / most))
  return points.filter((_, index) => index % every === 0)
}

function distance([x, y]: Px, box: Box, size: number): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width)
  const dy = Math.max(Math.abs(y - box.y) - size * 0.55, 0)
  return Math.hypot(dx, dy)
}

function overlaps(a: Box, b: Box, size: number): boolean {
  return a.x < b.x + b.width + 6 && b.x < a.x + a.width + 6 && Math.abs(a.y - b.y) < size * 1.5
}
