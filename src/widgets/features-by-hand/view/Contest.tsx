import { memo, useContext, useMemo } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { Contour } from '../../../charts/Contour.tsx'
import { paintField } from '../../../charts/pixels.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { Points } from '../../../charts/Points.tsx'
import { FigureScale } from '../../../charts/scale.ts'
import { round, SvgNumber } from '../../../charts/text.tsx'
import { EDGE, FIELD, type FeatureFrame } from '../spec.ts'

interface Props {
  name: string
  /** The score, in words. */
  score: string
  label: string
  frame: FeatureFrame | null
  width: number
}

const AXIS = { domain: [-EDGE, EDGE] as const, ticks: [] }
const BOUNDARY = [{ value: 0 }]
const EMPTY = new Float32Array(FIELD * FIELD)

/** Room for the name and the score over a field. */
export const titleHeight = (big: boolean): number => (big ? 36 : 24)

/** The plane as one of the two sees it, with the points that it learns from. */
export function Contest({ name, score, label, frame, width }: Props) {
  const grid = useMemo(() => ({ columns: FIELD, rows: FIELD, values: frame?.logits ?? EMPTY }), [frame])
  const paint = useMemo(() => paintField(grid), [grid])
  const { big } = useContext(FigureScale)
  const title = titleHeight(big)
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
      <Contour grid={grid} levels={BOUNDARY} stroke="var(--ink)" width={1.75} />
      {frame && (
        <TrainingPoints
          points={frame.points}
          size={round(Math.max(2.2, Math.min(big ? 5.5 : 3.4, width / 90)))}
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
      <SvgNumber x={left} y={top - 7} text={name} className="lab" />
      <SvgNumber x={left + width} y={top - 7} text={score} anchor="end" className="lab" />
    </g>
  )
}
