import { useMemo } from 'react'
import { paintField } from '../../../charts/pixels.ts'
import { Raster } from '../../../charts/Raster.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import { STRIP, STRIP_STEPS, type Still } from '../spec.ts'

interface Props {
  readonly stills: readonly Still[]
  readonly step: number
  readonly width: number
  readonly text: Readonly<Record<'strip' | 'step' | 'go', string>>
  readonly seek: (step: number) => void
}

/** Time as a strip of real states: each still was kept when the run passed it, and leads back to it. */
export function FilmStrip({ stills, step, width, text, seek }: Props) {
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
              {still && <Picture still={still} />}
            </button>
            <span aria-hidden="true">{at === 0 ? `${text.step} 0` : formatNumber(at)}</span>
          </li>
        )
      })}
    </ol>
  )
}

function Picture({ still }: { still: Still }) {
  const paint = useMemo(() => paintField({ columns: STRIP, rows: STRIP, values: still.logits }), [still])
  return <Raster paint={paint} />
}
