import { usePlot } from '../../../charts/area.ts'
import { spread } from '../../../charts/lines.ts'
import { referenceDash } from '../../../charts/marks.tsx'
import { round } from '../../../charts/text.tsx'
import { X } from '../spec.ts'

/** Where a loss comes to rest. */
export interface Rest {
  readonly id: string
  readonly name: string
  readonly slope: number
  readonly height: number
}

/** The resting lines, thin: the reader's own in green, the others with the dashes of their runs. Named while no run has left the start. */
export function RestLines({ rests, own, named }: { rests: readonly Rest[]; own: string; named: boolean }) {
  const { x, y, top, height, left, width, clip, metrics, big } = usePlot()
  const at = (rest: Rest, place: number): number =>
    Math.min(1e4, Math.max(-1e4, y(rest.slope * place + rest.height)))
  const others = rests.filter(({ id }) => id !== own)
  const heights = spread(
    rests.map((rest) => at(rest, X[1])),
    metrics.label * 1.2,
    top + metrics.label * 0.3,
    top + height,
  )
  return (
    <g aria-hidden="true">
      <g clipPath={`url(#${clip})`} strokeWidth={big ? 2 : 1.25}>
        {rests.map((rest) => (
          <line
            key={rest.id}
            x1={round(x(X[0]))}
            y1={round(at(rest, X[0]))}
            x2={round(x(X[1]))}
            y2={round(at(rest, X[1]))}
            stroke={rest.id === own ? 'var(--live)' : 'var(--ref)'}
            strokeDasharray={rest.id === own ? undefined : referenceDash(others.indexOf(rest), big)}
          />
        ))}
      </g>
      {named &&
        rests.map(({ id, name }, index) => (
          <text
            key={id}
            x={round(left + width + (big ? 12 : 8))}
            y={round((heights[index] ?? 0) + metrics.label * 0.35)}
            className={id === own ? 'lab you' : 'lab'}
          >
            {name}
          </text>
        ))}
    </g>
  )
}
