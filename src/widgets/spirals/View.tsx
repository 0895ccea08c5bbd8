import { useMemo } from 'react'
import { usePlot } from '../../charts/area.ts'
import { Contour } from '../../charts/Contour.tsx'
import { ClassMark } from '../../charts/marks.tsx'
import { paintField, type Grid } from '../../charts/pixels.ts'
import { Plot } from '../../charts/Plot.tsx'
import type { ViewProps } from '../../protocol/view.ts'
import { EDGE, FIELD, type SpiralsFrame } from './spec.ts'
import type spec from './spec.ts'
import { FilmStrip } from './view/FilmStrip.tsx'
import strings from './strings.ts'

const EMPTY = new Float32Array(FIELD * FIELD)
const BOUNDARY = [{ value: 0 }]
const BARE = { left: 0, right: 0, top: 0, bottom: 0 }
const AXIS = { domain: [-EDGE, EDGE] as const, ticks: [] }

const LEAST = 80
/** The side of a square that leaves room for the film strip under it. */
const fitHeight = (height: number): number => ((height - 48) * 7) / 8

/** The plane as the network sees it, the points it learns from, and the states it came through. */
export default function View(props: ViewProps<typeof spec>) {
  const { members, width, height, locale } = props
  const frame = members[0]?.frame ?? null
  const { text } = strings[locale]
  const logits = frame?.logits ?? EMPTY
  const grid = useMemo<Grid>(() => ({ columns: FIELD, rows: FIELD, values: logits }), [logits])
  const paint = useMemo(() => paintField(grid), [grid])
  const side = Math.round(height === undefined ? width : Math.max(LEAST, Math.min(width, fitHeight(height))))
  return (
    <>
      <Plot label={text.field} width={side} height={side} x={AXIS} y={AXIS} margins={BARE} raster={paint}>
        <Contour grid={grid} levels={BOUNDARY} stroke="var(--ink)" width={1.75} />
        {frame && <Marks frame={frame} />}
      </Plot>
      <FilmStrip stills={frame?.strip ?? []} step={props.step} width={side} text={text} seek={props.seek} />
    </>
  )
}

function Marks({ frame }: { frame: SpiralsFrame }) {
  const { x, y, width } = usePlot()
  const size = width < 460 ? 3.4 : 4
  const marks = []
  for (let i = 0; i < frame.points.length; i += 3) {
    const [px, py, kind] = frame.points.subarray(i, i + 3)
    if (Math.abs(px) < EDGE && Math.abs(py) < EDGE)
      marks.push(<ClassMark key={i} x={x(px)} y={y(py)} kind={kind} size={size} />)
  }
  return <g>{marks}</g>
}
