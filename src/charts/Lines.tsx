import { type PlotArea, usePlot } from './area.ts'
import { decimate } from './decimate.ts'
import { type Line, lineX, spread } from './lines.ts'
import { referenceDash } from './marks.tsx'
import { formatPath, round } from './text.tsx'

interface Props {
  lines: readonly Line[]
  /** Names at the lines' ends. Default true. */
  named?: boolean
}

const ORDER = { future: 0, reference: 1, test: 2, train: 3, yours: 4 }

/** Curves in a `Plot`: references first, the reader's own on top, each with its name at its end. */
export function Lines({ lines, named = true }: Props) {
  const area = usePlot()
  const references = lines.filter(({ role }) => role === 'reference')
  const ordered = [...lines].sort((a, b) => ORDER[a.role] - ORDER[b.role])
  return (
    <g aria-hidden="true">
      <g clipPath={`url(#${area.clip})`} fill="none" strokeLinejoin="round">
        {ordered.map((line) => (
          <path key={line.id} d={drawLine(line, area)} {...strokeOf(line, references.indexOf(line), area)} />
        ))}
      </g>
      {ordered.map(
        (line) =>
          line.diverged !== undefined && <DivergedMark key={line.id} line={line} text={line.diverged} />,
      )}
      {named && (
        <Names lines={ordered.filter(({ role, diverged }) => role !== 'future' && diverged === undefined)} />
      )}
    </g>
  )
}

function drawLine(line: Line, { x, y, width }: PlotArea): string {
  const indices = decimate((index) => lineX(line, index), line.y, x.domain, Math.round(width))
  return formatPath(
    indices.map((index) => [x(lineX(line, index)), clampFar(y(line.y[index] ?? Number.NaN))] as const),
  )
}

// Far beyond the frame a coordinate only upsets the renderer; the clip hides it either way.
function clampFar(px: number): number {
  return Number.isNaN(px) ? px : Math.min(1e4, Math.max(-1e4, px))
}

function strokeOf(line: Line, reference: number, { metrics, big }: PlotArea) {
  switch (line.role) {
    case 'train':
      return { stroke: line.color ?? 'var(--train)', strokeWidth: metrics.train }
    case 'test':
      return {
        stroke: line.color ?? 'var(--test)',
        strokeWidth: metrics.test,
        strokeDasharray: big ? '10 6' : '6 4',
      }
    case 'yours':
      return { stroke: line.color ?? 'var(--live)', strokeWidth: metrics.yours }
    case 'future':
      return { stroke: line.color ?? 'var(--rule-2)', strokeWidth: big ? 2 : 1.25 }
    case 'reference':
      return {
        stroke: line.color ?? 'var(--ref)',
        strokeWidth: metrics.reference,
        strokeLinecap: 'round' as const,
        strokeDasharray: referenceDash(line.dash ?? reference, big),
      }
  }
}

/** Where a line last has a value, in px. */
export function lineEnd(line: Line, { x, y }: PlotArea): { x: number; y: number } | null {
  for (let index = line.y.length - 1; index >= 0; index--) {
    const at = { x: x(lineX(line, index)), y: y(line.y[index] ?? Number.NaN) }
    if (Number.isFinite(at.x) && Number.isFinite(at.y)) return at
  }
  return null
}

/** Names to the right of the ends, moved apart where curves end together. */
function Names({ lines }: { lines: readonly Line[] }) {
  const area = usePlot()
  const { metrics, top, height, left, width } = area
  const ends = lines.flatMap((line) => {
    const end = lineEnd(line, area)
    return end ? [{ line, end }] : []
  })
  const low = top + metrics.label * 0.3
  const heights = spread(
    ends.map(({ end }) => end.y),
    metrics.label * 1.2,
    low,
    top + height,
  )
  return ends.map(({ line, end }, index) => (
    <text
      key={line.id}
      x={round(Math.min(end.x, left + width) + (area.big ? 12 : 8))}
      y={round((heights[index] ?? end.y) + metrics.label * 0.35)}
      className={line.role === 'yours' ? 'lab you halo paper' : 'lab halo paper'}
    >
      {line.name}
    </text>
  ))
}

function DivergedMark({ line, text }: { line: Line; text: string }) {
  const area = usePlot()
  const end = lineEnd(line, area)
  if (!end) return null
  const arm = area.big ? 8 : 5
  const y = Math.min(area.top + area.height - arm, Math.max(area.top + arm, end.y))
  const onLeft = end.x > area.left + area.width * 0.6
  return (
    <g transform={`translate(${round(end.x)} ${round(y)})`}>
      <path
        d={`M${-arm} ${-arm}L${arm} ${arm}M${-arm} ${arm}L${arm} ${-arm}`}
        stroke="var(--warn)"
        strokeWidth={area.big ? 4 : 2.5}
      />
      <text
        x={(onLeft ? -1 : 1) * (arm + 6)}
        y={area.metrics.label * 0.35}
        textAnchor={onLeft ? 'end' : 'start'}
        className="lab warn halo"
      >
        {text}
      </text>
    </g>
  )
}
