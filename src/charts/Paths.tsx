import { usePlot } from './area.ts'
import type { Scale } from './area.ts'
import { type Caption, captionBox } from './captions.ts'
import { referenceDash } from './marks.tsx'
import { placeNames, type Px } from './pathNames.ts'
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
  /** Other words on the picture, which names keep clear of. */
  captions?: readonly Caption[]
}

/** Paths of optimisers over a map: references dashed and grey, the reader's run thick and green, with a dot at each present end. */
export function Paths({ paths, captions = [] }: Props) {
  const area = usePlot()
  const { clip, x, y, metrics, big } = area
  const ordered = [
    ...paths.filter((path) => path.role === 'reference'),
    ...paths.filter((path) => path.role === 'yours'),
  ]
  const names = placeNames(
    ordered.map((path) => ({ path, points: project(path, x, y) })),
    area,
    captions.map((caption) => captionBox(caption, area)),
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
