import { useMemo } from 'react'
import { usePlot } from '../../charts/area.ts'
import { Contour } from '../../charts/Contour.tsx'
import { ClassMark } from '../../charts/marks.tsx'
import { paintField, type Grid } from '../../charts/pixels.ts'
import { Plot } from '../../charts/Plot.tsx'
import type { ViewProps } from '../../protocol/view.ts'
import { EDGE, FIELD, type SpiralsFrame } from './spec.ts'
import type spec from './spec.ts'
import { FilmStrip, fitAbove, fitStrip, STILLS } from './view/FilmStrip.tsx'
import strings from './strings.ts'

/** No picture is smaller, whatever the window. */
const LEAST = 80
const EMPTY = new Float32Array(FIELD * FIELD)
const BOUNDARY = [{ value: 0 }]
const BARE = { left: 0, right: 0, top: 0, bottom: 0 }
const AXIS = { domain: [-EDGE, EDGE] as const, ticks: [] }

const GAP = 24

/** The plane as the network sees it, the points it learns from, and the states it came through. */
export default function View(props: ViewProps<typeof spec>) {
  const { members, width, height, locale } = props
  const frame = members[0]?.frame ?? null
  const { text } = strings[locale]
  const logits = frame?.logits ?? EMPTY
  const grid = useMemo<Grid>(() => ({ columns: FIELD, rows: FIELD, values: logits }), [logits])
  const paint = useMemo(() => paintField(grid), [grid])
  const { side, strip, beside } = layOut(width, height)
  return (
    <div className={beside ? 'beside' : undefined} style={beside ? { display: 'flex', gap: GAP } : undefined}>
      <Plot label={text.field} width={side} height={side} x={AXIS} y={AXIS} margins={BARE} raster={paint}>
        <Contour grid={grid} levels={BOUNDARY} stroke="var(--ink)" width={1.75} />
        {frame && <Marks frame={frame} />}
      </Plot>
      <FilmStrip stills={frame?.strip ?? []} step={props.step} {...strip} text={text} seek={props.seek} />
    </div>
  )
}

/** The strip under the picture; while presenting beside it, where that leaves more of the height to the picture. */
function layOut(width: number, height: number | undefined) {
  if (height === undefined) return { side: width, strip: { width, columns: STILLS }, beside: false }
  const under = Math.max(LEAST, Math.min(width, fitAbove(height)))
  const room = width - height - GAP
  const strip = fitStrip(room, height)
  if (strip.still < under / STILLS)
    return { side: under, strip: { width: under, columns: STILLS }, beside: false }
  return { side: Math.round(height), strip, beside: true }
}

function Marks({ frame }: { frame: SpiralsFrame }) {
  const { x, y, width, big } = usePlot()
  const size = big ? 6 : width < 460 ? 3.4 : 4
  const marks = []
  for (let i = 0; i < frame.points.length; i += 3) {
    const [px, py, kind] = frame.points.subarray(i, i + 3)
    if (Math.abs(px) < EDGE && Math.abs(py) < EDGE)
      marks.push(<ClassMark key={i} x={x(px)} y={y(py)} kind={kind} size={size} />)
  }
  return <g>{marks}</g>
}
