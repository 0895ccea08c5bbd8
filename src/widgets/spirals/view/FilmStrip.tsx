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
  readonly text: Readonly<Record<'strip' | 'start' | 'go', string>>
  readonly seek: (step: number) => void
}

const GAP = 6
const BOUNDARY = [{ value: 0 }]
const BARE = { left: 0, right: 0, top: 0, bottom: 0 }
const AXIS = { domain: [0, 1] as const, ticks: [] }

/** Time as a strip of real states: each still was kept when the run passed it, and leads back to it. */
export function FilmStrip({ stills, step, width, text, seek }: Props) {
  const side = Math.floor((width - GAP * (STRIP_STEPS.length - 1)) / STRIP_STEPS.length)
  const reached = stills.filter((still) => still.step <= step).at(-1)
  return (
    <ol className="filmstrip" aria-label={text.strip} style={{ width }}>
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
