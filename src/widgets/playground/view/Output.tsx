import { useMemo, type ReactNode } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { Contour } from '../../../charts/Contour.tsx'
import { Handle } from '../../../charts/Handle.tsx'
import { paintClasses, paintField, paintSigned, type Grid } from '../../../charts/pixels.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { SvgNumber, SvgSymbol } from '../../../charts/text.tsx'
import { EDGE, FIELD, type PlaygroundValues } from '../spec/params.ts'
import type { PlaygroundFrame } from '../spec/traffic.ts'
import { Marks } from './Marks.tsx'
import { fill, short, type Text } from './words.ts'

interface Props {
  frame: PlaygroundFrame | null
  values: PlaygroundValues
  side: number
  text: Text
  set: (values: Partial<PlaygroundValues>) => void
  /** Points being drawn stand in place of the frame's. */
  drawing?: ReactNode
}

const AXIS = { domain: [-EDGE, EDGE] as const, ticks: [] }
const BARE = { left: 1, right: 1, top: 1, bottom: 1 }
const BOUNDARY = [{ value: 0 }]
const CELLS = FIELD * FIELD
const NOTHING = new Float32Array(CELLS)

/** The plane as the network sees it, the points, and the probe. */
export function Output({ frame, values, side, text, set, drawing }: Props) {
  const classes = frame?.classes ?? 2
  const field = frame?.field ?? NOTHING
  const paint = useMemo(() => {
    const grid = { columns: FIELD, rows: FIELD, values: field }
    if (classes > 2) return paintClasses(grid, classes)
    return classes === 2 ? paintField(grid) : paintSigned(grid, 1.2)
  }, [field, classes])
  const regression = frame !== null && classes === 0
  const { probeX, probeY } = values
  return (
    <Plot
      label={regression ? text.surfaceLabel : text.outputLabel}
      width={side}
      height={side}
      x={AXIS}
      y={AXIS}
      margins={BARE}
      raster={paint}
      interactive
      {...(drawing === undefined ? { onPress: (x: number, y: number) => set({ probeX: x, probeY: y }) } : {})}
    >
      <Boundaries field={field} classes={classes} />
      {frame && drawing === undefined && (
        <g pointerEvents="none">
          {values.showTest && <Marks points={frame.test} open regression={regression} />}
          <Marks points={frame.train} open={false} regression={regression} />
        </g>
      )}
      {drawing}
      <AxisNames xName={values.xName} yName={values.yName} />
      <Handle
        x={probeX}
        y={probeY}
        label={text.probe}
        valueText={fill(text.probeAt, { x: short(probeX), y: short(probeY) })}
        onMove={(x, y) => set({ probeX: x, probeY: y })}
      />
    </Plot>
  )
}

/** Where the answer changes: zero of a score, or where two classes come equally near. */
function Boundaries({ field, classes }: { field: Float32Array; classes: number }) {
  const grids = useMemo(() => (classes > 2 ? leads(field, classes) : [asGrid(field)]), [field, classes])
  return grids.map((grid, k) => (
    <Contour key={k} grid={grid} levels={BOUNDARY} stroke="var(--ink)" width={classes > 2 ? 1.25 : 1.75} />
  ))
}

const asGrid = (values: ArrayLike<number>): Grid => ({ columns: FIELD, rows: FIELD, values })

/** How far each class leads before the best of the others; the last class's lead follows from the others'. */
function leads(field: Float32Array, classes: number): Grid[] {
  return Array.from({ length: classes }, (_, k) =>
    asGrid(
      Float32Array.from({ length: CELLS }, (_unused, cell) => {
        let best = -Infinity
        for (let other = 0; other < classes; other++)
          if (other !== k) best = Math.max(best, field[other * CELLS + cell] ?? 0)
        return (field[k * CELLS + cell] ?? 0) - best
      }),
    ),
  )
}

function AxisNames({ xName, yName }: { xName: string; yName: string }) {
  const { left, top, width, height, metrics } = usePlot()
  const x = left + width - 8
  const y = top + height - 9
  return (
    <g aria-hidden="true" pointerEvents="none">
      {xName === '' ? (
        <SvgSymbol x={x} y={y} text="x_1" anchor="end" className="axis halo" />
      ) : (
        <SvgNumber x={x} y={y} text={xName} anchor="end" className="lab halo" />
      )}
      {yName === '' ? (
        <SvgSymbol x={left + 8} y={top + metrics.label + 5} text="x_2" className="axis halo" />
      ) : (
        <SvgNumber x={left + 8} y={top + metrics.label + 5} text={yName} className="lab halo" />
      )}
    </g>
  )
}
