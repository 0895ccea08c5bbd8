import { memo, useMemo, type ReactNode } from 'react'
import { Contour } from './Contour.tsx'
import { paintField } from './pixels.ts'
import { Plot } from './Plot.tsx'
import { Points } from './Points.tsx'

interface Props {
  readonly label: string
  /** Logits at the cells of a square of the plane, [side²], row after row; absent before there are any. */
  readonly logits: Float32Array | undefined
  readonly side: number
  /** The square reaches from −edge to edge both ways. */
  readonly edge: number
  readonly width: number
  /** Room above the square, for a title. */
  readonly title: number
  /** Width of the line where the logit is 0. */
  readonly line?: number
  readonly children?: ReactNode
}

const BOUNDARY = [{ value: 0 }]

/** The plane as a network of two classes sees it: its logits as colour, and a line where it changes its mind. */
export function DecisionField({ label, logits, side, edge, width, title, line = 1.5, children }: Props) {
  const grid = useMemo(
    () => ({ columns: side, rows: side, values: logits ?? new Float32Array(side * side) }),
    [logits, side],
  )
  const paint = useMemo(() => paintField(grid), [grid])
  const axis = useMemo(() => ({ domain: [-edge, edge] as const, ticks: [] }), [edge])
  return (
    <Plot
      label={label}
      width={width}
      height={width + title}
      x={axis}
      y={axis}
      margins={{ left: 1, right: 1, top: title, bottom: 1 }}
      raster={paint}
    >
      <Contour grid={grid} levels={BOUNDARY} stroke="var(--ink)" width={line} />
      {children}
    </Plot>
  )
}

interface FieldPointsProps {
  /** x, y and class of each point, and with a `stride` of 4 whether it is trained on (1) or kept back (0). */
  readonly points: Float32Array
  readonly stride?: 3 | 4
  readonly size: number
}

/** The points of a field; those kept back are open. They never change during a run, though they come with every frame. */
export const FieldPoints = memo(
  function FieldPoints({ points, stride = 3, size }: FieldPointsProps) {
    const marks = Array.from({ length: points.length / stride }, (_, i) => ({
      x: points[stride * i] ?? 0,
      y: points[stride * i + 1] ?? 0,
      kind: points[stride * i + 2] ?? 0,
      used: stride === 3 || points[stride * i + 3] === 1,
    }))
    const kept = marks.filter(({ used }) => !used)
    return (
      <>
        <Points points={marks.filter(({ used }) => used)} size={size} />
        {kept.length > 0 && <Points points={kept} size={size} open />}
      </>
    )
  },
  (before, after) =>
    before.size === after.size &&
    before.points.length === after.points.length &&
    before.points.every((value, i) => value === after.points[i]),
)
