import { usePlot } from './area.ts'
import type { Scale } from './area.ts'
import { referenceDash } from './marks.tsx'
import { textWidth } from './scale.ts'
import { formatPath, round } from './text.tsx'

export interface PlanePath {
  readonly id: string
  /** On the line, with a halo. */
  readonly name?: string
  /** Positions in the axes' values, one per step. The last is where the run stands. */
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  readonly role: 'yours' | 'reference'
  /** Which dash, for references. Default: its place in the list. */
  readonly dash?: number
  /** A dot every so many steps (yours only). Default none. */
  readonly dotEvery?: number
}

interface Props {
  paths: readonly PlanePath[]
}

/** Paths of optimisers over a map: references dashed and grey, the reader's run thick and green, with a dot at each present end. */
export function Paths({ paths }: Props) {
  const area = usePlot()
  const { clip, x, y, metrics, big } = area
  const ordered = [
    ...paths.filter((path) => path.role === 'reference'),
    ...paths.filter((path) => path.role === 'yours'),
  ]
  const names = placeNames(
    ordered.map((path) => ({ path, points: project(path, x, y) })),
    area,
  )
  return (
    <g aria-hidden="true">
      <g clipPath={`url(#${clip})`} fill="none" strokeLinejoin="round">
        {ordered.map((path, index) => {
          const yours = path.role === 'yours'
          const points = project(path, x, y)
          const d = formatPath(points)
          const width = yours ? metrics.yours : metrics.reference
          const end = points.findLast(isFinitePoint)
          return (
            <g key={path.id}>
              <path d={d} stroke="var(--plate)" strokeWidth={width + 3.25} opacity={yours ? 0.85 : 0.7} />
              <path
                d={d}
                stroke={yours ? 'var(--live)' : 'var(--ref)'}
                strokeWidth={width}
                strokeLinecap={yours ? 'butt' : 'round'}
                strokeDasharray={yours ? undefined : referenceDash(path.dash ?? index, big)}
              />
              {yours && path.dotEvery !== undefined && (
                <Dots points={points} every={path.dotEvery} big={big} />
              )}
              {end && (
                <circle
                  cx={round(end[0])}
                  cy={round(end[1])}
                  r={yours ? (big ? 9 : 5.5) : big ? 6 : 4}
                  fill={yours ? 'var(--live)' : 'var(--ref)'}
                  stroke="var(--plate)"
                  strokeWidth={yours ? 2 : 1.5}
                />
              )}
            </g>
          )
        })}
      </g>
      {names.map(({ id, text, at, yours }) => (
        <text key={id} x={round(at[0])} y={round(at[1])} className={yours ? 'lab you halo' : 'lab halo'}>
          {text}
        </text>
      ))}
    </g>
  )
}

type Px = readonly [number, number]
const isFinitePoint = ([x, y]: Px) => Number.isFinite(x) && Number.isFinite(y)

// A path that diverges leaves the picture; huge coordinates would upset the renderer.
const FAR = 1e5

function project(path: PlanePath, x: Scale, y: Scale): Px[] {
  const points: Px[] = []
  const count = Math.min(path.x.length, path.y.length)
  for (let step = 0; step < count; step++) {
    const point: Px = [x(path.x[step] ?? Number.NaN), y(path.y[step] ?? Number.NaN)]
    points.push(Math.abs(point[0]) < FAR && Math.abs(point[1]) < FAR ? point : [Number.NaN, Number.NaN])
  }
  return points
}

function Dots({ points, every, big }: { points: readonly Px[]; every: number; big: boolean }) {
  return (
    <g fill="var(--plate)" stroke="var(--live)" strokeWidth={big ? 2.5 : 1.5}>
      {points.map((point, step) =>
        step > 0 && step < points.length - 1 && step % every === 0 && isFinitePoint(point) ? (
          <circle key={step} cx={round(point[0])} cy={round(point[1])} r={big ? 4.5 : 2.6} />
        ) : null,
      )}
    </g>
  )
}

interface PlacedName {
  id: string
  text: string
  at: Px
  yours: boolean
}

/** A name stands where its path runs alone: the candidate beside it that is farthest from all points and other names. */
function placeNames(
  drawn: readonly { path: PlanePath; points: readonly Px[] }[],
  area: {
    left: number
    top: number
    width: number
    height: number
    metrics: { label: number }
    big: boolean
  },
): PlacedName[] {
  const size = area.metrics.label
  const gap = area.big ? 16 : 9
  const placed: { x: number; y: number; width: number }[] = []
  const names: PlacedName[] = []
  for (const { path, points } of drawn) {
    if (path.name === undefined) continue
    const width = textWidth(path.name, size) * 1.06
    const obstacles = drawn.flatMap(({ points: others }) => thin(others, 60))
    let best: { at: Px; clear: number } | undefined
    for (const point of thin(points, 24)) {
      for (const at of [
        [point[0] + gap, point[1] + size * 0.35],
        [point[0] - gap - width, point[1] + size * 0.35],
        [point[0] - width / 2, point[1] - gap],
        [point[0] - width / 2, point[1] + gap + size * 0.8],
      ] as Px[]) {
        const box = { x: at[0], y: at[1] - size * 0.35, width }
        if (at[0] < area.left + 4 || at[0] + width > area.left + area.width - 4) continue
        if (at[1] < area.top + size + 2 || at[1] > area.top + area.height - 6) continue
        const toPoints = Math.min(...obstacles.map((point) => distanceToBox(point, box, size)))
        const toNames = Math.min(Infinity, ...placed.map((other) => (overlaps(box, other, size) ? 0 : 100)))
        const clear = Math.min(toPoints, 24, toNames)
        if (!best || clear > best.clear + 0.5) best = { at, clear }
      }
    }
    if (!best || best.clear <= 0) continue
    placed.push({ x: best.at[0], y: best.at[1] - size * 0.35, width })
    names.push({ id: path.id, text: path.name, at: best.at, yours: path.role === 'yours' })
  }
  return names
}

function thin(points: readonly Px[], most: number): Px[] {
  const finite = points.filter(isFinitePoint)
  const every = Math.max(1, Math.ceil(finite.length / most))
  return finite.filter((_, index) => index % every === 0)
}

function distanceToBox([x, y]: Px, box: { x: number; y: number; width: number }, size: number): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width)
  const dy = Math.max(Math.abs(y - box.y) - size * 0.55, 0)
  return Math.hypot(dx, dy)
}

function overlaps(
  a: { x: number; y: number; width: number },
  b: { x: number; y: number; width: number },
  size: number,
) {
  return a.x < b.x + b.width + 6 && b.x < a.x + a.width + 6 && Math.abs(a.y - b.y) < size * 1.3
}
