import { useMemo } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { Contour } from '../../../charts/Contour.tsx'
import { paintField, type Grid } from '../../../charts/pixels.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { Points } from '../../../charts/Points.tsx'
import { round } from '../../../charts/text.tsx'
import { CELLS, COLUMNS, REACH, ROWS } from '../spec.ts'

interface Props {
  label: string
  width: number
  height: number
  /** Training points, x y class x y class … */
  points: Float32Array
  /** Index of the point whose subnetwork is shown. */
  ringed?: number | undefined
  /** Logits that colour the plane; their boundary is green where it is the reader's choice. */
  field: Float32Array
  chosen: boolean
  /** Logits of subnetworks, whose boundaries are drawn pale: [subnetworks × CELLS]. */
  sampled: Float32Array
  /** Whether the boundary of the subnetworks' mean probability is drawn, dashed. */
  mean: boolean
}

const BOUNDARY = [{ value: 0 }]
const X = { domain: [-REACH.x, REACH.x] as const, ticks: [] }
const Y = { domain: [-REACH.y, REACH.y] as const, ticks: [] }
const BARE = { left: 1, right: 1, top: 1, bottom: 1 }

const asGrid = (values: ArrayLike<number>): Grid => ({ columns: COLUMNS, rows: ROWS, values })

/** The plane as a network sees it, with the boundaries that its subnetworks draw. */
export function PlanePlot({ label, width, height, points, ringed, field, chosen, sampled, mean }: Props) {
  const grid = useMemo(() => asGrid(field), [field])
  const paint = useMemo(() => paintField(grid), [grid])
  const grids = useMemo(
    () =>
      Array.from({ length: sampled.length / CELLS }, (_, k) =>
        asGrid(sampled.subarray(k * CELLS, (k + 1) * CELLS)),
      ),
    [sampled],
  )
  const average = useMemo(() => asGrid(meanVote(sampled)), [sampled])
  const marks = Array.from({ length: points.length / 3 }, (_, i) => ({
    x: points[3 * i] ?? 0,
    y: points[3 * i + 1] ?? 0,
    kind: points[3 * i + 2] ?? 0,
  }))
  return (
    <Plot label={label} width={width} height={height} x={X} y={Y} margins={BARE} raster={paint}>
      <g opacity={0.55}>
        {grids.map((each, k) => (
          <Contour key={k} grid={each} levels={BOUNDARY} stroke="var(--ink-2)" width={1} />
        ))}
      </g>
      <Points points={marks} size={marks.length > 150 ? 2.4 : 3.4} />
      <Contour grid={grid} levels={BOUNDARY} stroke={chosen ? 'var(--live)' : 'var(--ink)'} width={2.25} />
      {mean && grids.length > 0 && (
        <Contour grid={average} levels={BOUNDARY} stroke="var(--ink)" width={2} dash="6 4" />
      )}
      {ringed !== undefined && <Ring x={points[3 * ringed] ?? 0} y={points[3 * ringed + 1] ?? 0} />}
    </Plot>
  )
}

/** The mean over subnetworks of the probability of class B, less ½: [CELLS]. */
function meanVote(sampled: Float32Array): Float32Array {
  const vote = new Float32Array(CELLS).fill(-0.5)
  const voices = sampled.length / CELLS
  sampled.forEach(
    (logit, i) => (vote[i % CELLS] = (vote[i % CELLS] ?? 0) + 1 / (1 + Math.exp(-logit)) / voices),
  )
  return vote
}

function Ring({ x: at, y: up }: { x: number; y: number }) {
  const { x, y, big, clip } = usePlot()
  return (
    <circle
      cx={round(x(at))}
      cy={round(y(up))}
      r={big ? 14 : 8.5}
      fill="none"
      stroke="var(--live)"
      strokeWidth={big ? 5 : 2.75}
      clipPath={`url(#${clip})`}
      aria-hidden="true"
    />
  )
}
