import { useMemo } from 'react'
import { Contour } from '../../../charts/Contour.tsx'
import { paintField, type Grid } from '../../../charts/pixels.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import { STRIP, STRIP_STEPS, type Still } from '../spec.ts'

interface Props {
  readonly stills: readonly Still[]
  readonly step: number
  readonly width: number
  /** Stills in a row. */
  readonly columns: number
  readonly text: Readonly<Record<'strip' | 'start' | 'go', string>>
  readonly seek: (step: number) => void
}

export const STILLS = STRIP_STEPS.length
const GAP = 6
/** While presenting: a still's step, and the space around it. */
const CAPTION = 36
const BOUNDARY = [{ value: 0 }]
const BARE = { left: 0, right: 0, top: 0, bottom: 0 }
const AXIS = { domain: [0, 1] as const, ticks: [] }

/** The side of a square over a strip of its width, in a given height; while presenting. */
export const fitAbove = (height: number): number =>
  Math.floor(((height - 12 - CAPTION) * STILLS) / (STILLS + 1))

/** The rows in which stills are largest in a given space; while presenting. */
export function fitStrip(width: number, height: number): { width: number; columns: number; still: number } {
  const fits = STRIP_STEPS.map((_, i) => {
    const columns = i + 1
    const rows = Math.ceil(STILLS / columns)
    const still = Math.floor(Math.min((width + GAP) / columns - GAP, height / rows - CAPTION))
    return { columns, still, width: columns * (still + GAP) - GAP }
  })
  return fits.reduce((best, fit) => (fit.still > best.still ? fit : best))
}

/** Time as a strip of real states: each still was kept when the run passed it, and leads back to it. */
export function FilmStrip({ stills, step, width, columns, text, seek }: Props) {
  const side = Math.floor((width + GAP) / columns - GAP)
  const reached = stills.filter((still) => still.step <= step).at(-1)
  return (
    <ol
      className="filmstrip"
      aria-label={text.strip}
      style={{ width, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {STRIP_STEPS.map((at) => {
        const still = stills.find((s) => s.step === at)
        return (
          <li key={at} aria-current={still !== undefined && still === reached ? 'step' : undefined}>
            <button
              type="button"
              disabled={still === undefined}
              aria-label={text.go.replace('{step}', formatNumber(at))}
              onClick={() => seek(at)}
            >
              {still && (
                <Picture still={still} side={side} label={text.go.replace('{step}', formatNumber(at))} />
              )}
            </button>
            <span aria-hidden="true">{at === 0 ? text.start : formatNumber(at)}</span>
          </li>
        )
      })}
    </ol>
  )
}

function Picture({ still, side, label }: { still: Still; side: number; label: string }) {
  const grid = useMemo<Grid>(() => ({ columns: STRIP, rows: STRIP, values: still.logits }), [still])
  const paint = useMemo(() => paintField(grid), [grid])
  return (
    <Plot
      label={label}
      width={side}
      height={side}
      x={AXIS}
      y={AXIS}
      frame="none"
      margins={BARE}
      raster={paint}
    >
      <Contour grid={grid} levels={BOUNDARY} stroke="var(--ink)" width={1.25} />
    </Plot>
  )
}
