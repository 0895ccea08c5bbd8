import { memo, useContext, useMemo } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { Contour } from '../../../charts/Contour.tsx'
import { paintField } from '../../../charts/pixels.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { Points } from '../../../charts/Points.tsx'
import { FigureScale } from '../../../charts/scale.ts'
import { EDGE, FIELD, type BenchFrame } from '../spec.ts'

interface Props {
  name: string
  /** The score of the seed shown, in words; null before an audience. */
  score: string | null
  label: string
  frame: BenchFrame | null
  width: number
}

const AXIS = { domain: [-EDGE, EDGE] as const, ticks: [] }
const BOUNDARY = [{ value: 0 }]
const EMPTY = new Float32Array(FIELD * FIELD)

/** Room over a map for the name and, unless it is left out, the score: two lines where it is narrow. */
export const titleHeight = (width: number, big: boolean, bare: boolean): number =>
  (big ? 34 : 22) * (!bare && width < (big ? 420 : 240) ? 2 : 1) + 4

/** The plane as one network sees it, with its training points; what is kept back for validation is open. */
export function FieldMap({ name, score, label, frame, width }: Props) {
  const grid = useMemo(() => ({ columns: FIELD, rows: FIELD, values: frame?.logits ?? EMPTY }), [frame])
  const paint = useMemo(() => paintField(grid), [grid])
  const { big } = useContext(FigureScale)
  const title = titleHeight(width, big, score === null)
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
      {frame && <TrainingPoints points={frame.points} size={big ? 4.5 : width < 240 ? 3 : 4} />}
      <Title name={name} score={score} />
    </Plot>
  )
}

/** The points never change during a run, though they come with every frame. */
const TrainingPoints = memo(
  function TrainingPoints({ points, size }: { points: Float32Array; size: number }) {
    const marks = Array.from({ length: points.length / 4 }, (_, i) => ({
      x: points[4 * i] ?? 0,
      y: points[4 * i + 1] ?? 0,
      kind: points[4 * i + 2] ?? 0,
      used: points[4 * i + 3] === 1,
    }))
    return (
      <>
        <Points points={marks.filter(({ used }) => used)} size={size} />
        <Points points={marks.filter(({ used }) => !used)} size={size} open />
      </>
    )
  },
  (before, after) =>
    before.size === after.size &&
    before.points.length === after.points.length &&
    before.points.every((value, i) => value === after.points[i]),
)

function Title({ name, score }: { name: string; score: string | null }) {
  const { left, top, width, big } = usePlot()
  const line = big ? 34 : 22
  const apart = top < 2 * line
  return (
    <g aria-hidden="true">
      <text x={left} y={apart || score === null ? top - 8 : top - 8 - line} className="lab">
        {name}
      </text>
      <text x={apart ? left + width : left} y={top - 8} textAnchor={apart ? 'end' : 'start'} className="num">
        {score}
      </text>
    </g>
  )
}
