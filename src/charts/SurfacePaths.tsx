import { useMemo } from 'react'
import { spread } from './lines.ts'
import { referenceDash } from './marks.tsx'
import type { Grid, Interval } from './pixels.ts'
import { metricsOf } from './scale.ts'
import {
  type DepthBuffer,
  heightAt,
  makeProjection,
  type Projected,
  renderSurface,
  type SurfaceView,
  type Terrain,
  unitHeight,
} from './surface3d.ts'
import { formatPath, round, SvgNumber } from './text.tsx'

export interface SurfacePath {
  readonly id: string
  readonly name?: string
  /** Positions in the axes' values, one per step; the surface gives the height. */
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  readonly role: 'yours' | 'reference'
  readonly dash?: number
}

interface Props {
  paths: readonly SurfacePath[]
  grid: Grid
  terrain: Terrain
  heights: Interval
  xDomain: Interval
  yDomain: Interval
  view: SurfaceView
  width: number
  height: number
  offset: { readonly x: number; readonly y: number }
  big: boolean
}

/** The depth buffer that decides what is hidden is this much coarser than the picture. */
const COARSE = 2
/** A path lies on the surface it is tested against; nearer than this it counts as seen. */
const SKIN = 0.05

/** Paths lying on a surface; behind a hill they are drawn faint. */
export function SurfacePaths({
  paths,
  grid,
  terrain,
  heights,
  xDomain,
  yDomain,
  view,
  width,
  height,
  offset,
  big,
}: Props) {
  const any = paths.length > 0
  const buffer = useMemo(
    () =>
      any ? renderSurface(terrain, view, Math.round(width / COARSE), Math.round(height / COARSE)) : null,
    [any, terrain, view, width, height],
  )
  const project = useMemo(() => makeProjection(view, width, height), [view, width, height])
  const metrics = metricsOf(big)
  const onSurface = (x: number, y: number): Projected | null => {
    const right = (x - xDomain[0]) / (xDomain[1] - xDomain[0])
    const down = 1 - (y - yDomain[0]) / (yDomain[1] - yDomain[0])
    if (!(right >= 0 && right <= 1 && down >= 0 && down <= 1)) return null
    return project(2 * right - 1, 1 - 2 * down, unitHeight(heightAt(grid, right, down), heights))
  }
  const ordered = [
    ...paths.filter(({ role }) => role === 'reference'),
    ...paths.filter(({ role }) => role === 'yours'),
  ]
  const ends = ordered.map((path) => {
    for (let step = Math.min(path.x.length, path.y.length) - 1; step >= 0; step--) {
      const at = onSurface(path.x[step] ?? Number.NaN, path.y[step] ?? Number.NaN)
      if (at) return [at.x + offset.x, at.y + offset.y] as const
    }
    return null
  })
  const nameHeights = spread(
    ends.map((end) => end?.[1] ?? 0),
    metrics.label * 1.2,
    metrics.label,
    height + offset.y,
  )
  const drawn = ordered.map((path, index) => {
    const points = Array.from({ length: Math.min(path.x.length, path.y.length) }, (_, step) =>
      onSurface(path.x[step] ?? Number.NaN, path.y[step] ?? Number.NaN),
    )
    const place = (at: Projected) => [at.x + offset.x, at.y + offset.y] as const
    const gap = [Number.NaN, Number.NaN] as const
    const all = formatPath(points.map((at) => (at ? place(at) : gap)))
    const seen = formatPath(points.map((at) => (at && isSeen(at, buffer) ? place(at) : gap)))
    const yours = path.role === 'yours'
    const color = yours ? 'var(--live)' : 'var(--ref)'
    const stroke = yours ? metrics.yours : metrics.reference
    const end = ends[index]
    return (
      <g key={path.id} fill="none" strokeLinejoin="round" aria-hidden="true">
        <path d={all} stroke={color} strokeWidth={stroke} opacity={0.3} />
        <path d={seen} stroke="var(--plate)" strokeWidth={stroke + 3} opacity={0.8} />
        <path
          d={seen}
          stroke={color}
          strokeWidth={stroke}
          strokeDasharray={yours ? undefined : referenceDash(path.dash ?? index, big)}
        />
        {end && (
          <circle
            cx={round(end[0])}
            cy={round(end[1])}
            r={yours ? 5.5 : 4}
            fill={color}
            stroke="var(--plate)"
            strokeWidth={2}
          />
        )}
      </g>
    )
  })
  return (
    <>
      {drawn}
      {ordered.map((path, index) => {
        const end = ends[index]
        if (!end || path.name === undefined) return null
        return (
          <SvgNumber
            key={path.id}
            x={end[0] + metrics.ring}
            y={(nameHeights[index] ?? end[1]) + metrics.label * 0.35}
            text={path.name}
            className={path.role === 'yours' ? 'lab you halo' : 'lab halo'}
          />
        )
      })}
    </>
  )
}

function isSeen(at: Projected, buffer: DepthBuffer | null): boolean {
  if (!buffer) return true
  const column = Math.min(buffer.width - 1, Math.max(0, Math.floor(at.x / COARSE)))
  const row = Math.min(buffer.height - 1, Math.max(0, Math.floor(at.y / COARSE)))
  return at.depth <= (buffer.depth[row * buffer.width + column] ?? Infinity) + SKIN
}
