import { memo, useContext, useMemo } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { Contour } from '../../../charts/Contour.tsx'
import { paintField } from '../../../charts/pixels.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { Points } from '../../../charts/Points.tsx'
import { FigureScale } from '../../../charts/scale.ts'
import { round } from '../../../charts/text.tsx'
import { EDGE, FIELD, type RaceFrame } from '../spec.ts'

interface Props {
  name: string
  /** The score, in words. */
  score: string
  label: string
  frame: RaceFrame | null
  width: number
}

const AXIS = { domain: [-EDGE, EDGE] as const, ticks: [] }
const BOUNDARY = [{ value: 0 }]
const EMPTY = new Float32Array(FIELD * FIELD)

/** Room for the name and the score over a field. */
export const titleHeight = (width: number, big: boolean): number => (big ? 34 : width < 150 ? 20 : 24)

/** One runner: the plane as its network sees it, with the training points. */
export function Thumb({ name, score, label, frame, width }: Props) {
  const grid = useMemo(() => ({ columns: FIELD, rows: FIELD, values: frame?.logits ?? EMPTY }), [frame])
  const paint = useMemo(() => paintField(grid), [grid])
  const { big } = useContext(FigureScale)
  const title = titleHeight(width, big)
  return (
    <Plot
      label={label}
      width={width}
      height={width + title}
      x={AXIS}
      y={AXIS}
      margins={{ left: 1, right: 1, top: title, bottom: 1 }}
      raster={paint}
    >
      <Contour grid={grid} levels={BOUNDARY} stroke="var(--ink)" width={1.5} />
      {frame && (
        <TrainingPoints
          points={frame.points}
          size={round(Math.max(2, Math.min(big ? 5 : 3.4, width / 95)))}
        />
      )}
      <Title name={name} score={score} />
    </Plot>
  )
}

/** The points never change during a run, though they come with every frame. */
const TrainingPoints = memo(
  function TrainingPoints({ points, size }: { points: Float32Array; size: number }) {
    const marks = Array.from({ length: points.length / 3 }, (_, i) => ({
      x: points[3 * i] ?? 0,
      y: points[3 * i + 1] ?? 0,
      kind: points[3 * i + 2] ?? 0,
    }))
    return <Points points={marks} size={size} />
  },
  (before, after) =>
    before.size === after.size && before.points.every((value, i) => value === after.points[i]),
)

function Title({ name, score }: { name: string; score: string }) {
  const { left, top, width } = usePlot()
  return (
    <g aria-hidden="true">
      <text x={left} y={top - 7} className="lab">
        {name}
      </text>
      <text x={round(left + width)} y={top - 7} textAnchor="end" className="num">
        {score}
      </text>
    </g>
  )
}
