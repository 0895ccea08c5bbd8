import { useContext, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { formatNumber } from '../i18n/number.ts'
import { saneDomain } from './area.ts'
import { nudge } from './nudge.ts'
import type { Grid, Paint } from './pixels.ts'
import { Raster, RasterEncoder } from './Raster.tsx'
import { FigureScale, metricsOf } from './scale.ts'
import { type ChartLocale, chartStrings } from './strings.ts'
import {
  colorSurface,
  makeProjection,
  makeTerrain,
  type Project,
  renderSurface,
  type SurfaceView,
  unitHeight,
} from './surface3d.ts'
import { SurfaceFrame, type SurfaceAxis } from './SurfaceFrame.tsx'
import { type SurfacePath, SurfacePaths } from './SurfacePaths.tsx'
import { round } from './text.tsx'

interface Props {
  label: string
  width: number
  height: number
  /** Heights as drawn: take log10 of a loss yourself. Row 0 at the far end (largest y). */
  grid: Grid
  x: SurfaceAxis
  y: SurfaceAxis
  z: SurfaceAxis
  locale: ChartLocale
  /** Coloured by sign, blue below 0 and orange above, not grey by height. */
  signed?: boolean
  /** Drawn on the surface; their height is the surface's. */
  paths?: readonly SurfacePath[]
  /** The view at first, or always when `onView` is given. */
  view?: SurfaceView
  onView?: (view: SurfaceView) => void
}

const FIRST_VIEW: SurfaceView = { azimuth: 30, elevation: 38 }

/** A surface in three dimensions: drag sideways or use the arrow keys to turn it, up and down to tilt it. */
export function Surface({
  label,
  width,
  height,
  grid,
  x,
  y,
  z,
  locale,
  signed = false,
  paths = [],
  view: given,
  onView,
}: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const encode = useContext(RasterEncoder)
  const [own, setOwn] = useState(given ?? FIRST_VIEW)
  const [turning, setTurning] = useState(false)
  const view = onView && given ? given : own
  const drag = useRef<{ x: number; y: number; view: SurfaceView } | null>(null)
  const [lowHeight, highHeight] = saneDomain(z.domain, false)

  // Room for numbers all round.
  const pad = { x: big ? 72 : 44, y: big ? 40 : 22 }
  const inner = { width: Math.max(40, width - 2 * pad.x), height: Math.max(40, height - 2 * pad.y) }
  const terrain = useMemo(() => makeTerrain(grid, [lowHeight, highHeight]), [grid, lowHeight, highHeight])
  const paint = useMemo<Paint>(() => {
    // A prerendered picture is kept small; a surface in the hand must keep up with it.
    const fine = encode || turning ? 1 : 2
    const [pixelWidth, pixelHeight] = [Math.round(inner.width * fine), Math.round(inner.height * fine)]
    const zero = signed ? unitHeight(0, [lowHeight, highHeight]) : undefined
    return (theme) => colorSurface(renderSurface(terrain, view, pixelWidth, pixelHeight), theme, zero)
  }, [terrain, view, inner.width, inner.height, turning, encode, signed, lowHeight, highHeight])

  const project = useMemo<Project>(() => {
    const base = makeProjection(view, inner.width, inner.height)
    return (u, v, h) => {
      const at = base(u, v, h)
      return { x: at.x + pad.x, y: at.y + pad.y, depth: at.depth }
    }
  }, [view, inner.width, inner.height, pad.x, pad.y])

  const change = (next: SurfaceView) => {
    const kept = {
      azimuth: ((next.azimuth % 360) + 360) % 360,
      elevation: Math.min(88, Math.max(8, next.elevation)),
    }
    setOwn(kept)
    onView?.(kept)
  }
  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, y: event.clientY, view }
    setTurning(true)
  }
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    const from = drag.current
    if (!from) return
    change({
      azimuth: from.view.azimuth - (event.clientX - from.x) * 0.5,
      elevation: from.view.elevation + (event.clientY - from.y) * 0.35,
    })
  }
  const onPointerUp = () => {
    drag.current = null
    setTurning(false)
  }
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const step = nudge(event.key, event.shiftKey)
    if (!step) return
    event.preventDefault()
    setTurning(true)
    change({ azimuth: view.azimuth - 3 * step.dx, elevation: view.elevation - 3 * step.dy })
  }
  const degrees = formatNumber(Math.round(view.azimuth))
  const strings = chartStrings[locale]
  return (
    <div
      className={big ? 'plot big' : 'plot'}
      style={{ width, aspectRatio: `${width} / ${height}` }}
      role="group"
      aria-label={label}
    >
      <Raster
        paint={paint}
        style={{
          inset: 'auto',
          left: `${round((pad.x / width) * 100)}%`,
          top: `${round((pad.y / height) * 100)}%`,
          width: `${round((inner.width / width) * 100)}%`,
          height: `${round((inner.height / height) * 100)}%`,
        }}
      />
      <svg viewBox={`0 0 ${width} ${height}`}>
        <SurfaceFrame x={x} y={y} z={z} project={project} metrics={metrics} />
        <SurfacePaths
          paths={paths}
          grid={grid}
          terrain={terrain}
          heights={[lowHeight, highHeight]}
          xDomain={x.domain}
          yDomain={y.domain}
          view={view}
          width={inner.width}
          height={inner.height}
          offset={pad}
          big={big}
        />
        <g
          className="surface-hit"
          role="slider"
          tabIndex={0}
          aria-label={strings.turnSurface}
          aria-valuemin={0}
          aria-valuemax={360}
          aria-valuenow={Math.round(view.azimuth)}
          aria-valuetext={strings.surfaceTurned(degrees)}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerUp}
          onKeyDown={onKeyDown}
          onKeyUp={() => setTurning(false)}
          onBlur={() => setTurning(false)}
        >
          <rect className="frame" x={1} y={1} width={width - 2} height={height - 2} fill="transparent" />
        </g>
      </svg>
    </div>
  )
}
