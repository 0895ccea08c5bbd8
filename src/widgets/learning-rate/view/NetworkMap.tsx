import { useMemo } from 'react'
import { Contour } from '../../../charts/Contour.tsx'
import { paintField } from '../../../charts/pixels.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { Points } from '../../../charts/Points.tsx'
import { CELLS, SPAN } from '../spec.ts'
import { Panel } from './Panel.tsx'

interface Props {
  label: string
  rate: string
  note: string
  width: number
  field: Float32Array
  /** x y class, three numbers each. */
  points: Float32Array
  own: boolean
}

const BOUNDARY = [{ value: 0 }]

/** What one network answers at every point of the plane, with the points it learns from. */
export function NetworkMap({ label, rate, note, width, field, points, own }: Props) {
  const grid = useMemo(() => ({ columns: CELLS, rows: CELLS, values: field }), [field])
  const paint = useMemo(() => paintField(grid), [grid])
  const marks = useMemo(
    () =>
      Array.from({ length: points.length / 3 }, (_, i) => ({
        x: points[3 * i] ?? 0,
        y: points[3 * i + 1] ?? 0,
        kind: points[3 * i + 2] ?? 0,
      })),
    [points],
  )
  return (
    <Panel rate={rate} note={note} own={own}>
      <Plot
        label={label}
        width={width}
        height={width}
        x={{ domain: [-SPAN, SPAN], ticks: [] }}
        y={{ domain: [-SPAN, SPAN], ticks: [] }}
        margins={{ left: 1, right: 1, top: 1, bottom: 1 }}
        raster={paint}
      >
        <Contour grid={grid} levels={BOUNDARY} stroke="var(--ink)" width={1.5} />
        <Points points={marks} size={2.2} />
      </Plot>
    </Panel>
  )
}
