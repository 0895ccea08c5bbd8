import { useContext } from 'react'
import { type Axis, usePlot } from './area.ts'
import type { Interval } from './pixels.ts'
import { Plot } from './Plot.tsx'
import { FigureScale, metricsOf, textWidth } from './scale.ts'
import { round, SvgNumber } from './text.tsx'

export interface Strip {
  readonly id: string
  readonly name: string
  /** How many values fell into each of the shared bins. */
  readonly counts: ArrayLike<number>
  /** A short remark at the right: "58 % at zero". */
  readonly note?: string
}

interface Props {
  label: string
  width: number
  height: number
  strips: readonly Strip[]
  /** The ends of the first and the last bin. */
  domain: Interval
  x?: Omit<Axis, 'domain'>
  /** Colour bins by the sign of their middle. Default true when the domain crosses zero. */
  signed?: boolean
}

/** One histogram per layer or moment, above one another on one axis; each scaled to its own highest bin by square root. */
export function HistogramStrip({ label, width, height, strips, domain, x = {}, signed }: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const names = Math.max(0, ...strips.map(({ name }) => textWidth(name, metrics.label)))
  const notes = Math.max(
    0,
    ...strips.map(({ note }) => (note === undefined ? 0 : textWidth(note, metrics.tick) + 10)),
  )
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      frame="none"
      x={{ ...x, domain }}
      y={{ domain: [0, Math.max(1, strips.length)], ticks: [] }}
      margins={{ left: Math.ceil(names * 1.04) + 12, right: notes + 2, top: 2 }}
    >
      <Rows strips={strips} signed={signed ?? (domain[0] < 0 && domain[1] > 0)} />
    </Plot>
  )
}

function Rows({ strips, signed }: { strips: readonly Strip[]; signed: boolean }) {
  const { left, top, width, height, x } = usePlot()
  const row = height / Math.max(1, strips.length)
  return (
    <g aria-hidden="true">
      {signed && (
        <line x1={round(x(0))} x2={round(x(0))} y1={top} y2={round(top + height)} stroke="var(--grid)" />
      )}
      {strips.map(({ id, name, counts, note }, index) => {
        const base = round(top + (index + 1) * row)
        const most = Math.max(1e-300, ...Array.from(counts))
        const bin = width / Math.max(1, counts.length)
        const tall = row * 0.84
        const bars = { low: '', high: '' }
        for (let place = 0; place < counts.length; place++) {
          const share = Math.sqrt(Math.max(0, counts[place] ?? 0) / most)
          if (!(share > 0)) continue
          const at = left + place * bin
          const negative = signed && at + bin / 2 < x(0)
          bars[negative ? 'low' : 'high'] +=
            `M${round(at)} ${base}v${round(-Math.max(1, share * tall))}h${round(Math.max(0.6, bin - (bin > 4 ? 1 : 0)))}V${base}z`
        }
        return (
          <g key={id}>
            <path d={bars.low} fill="var(--neg)" />
            <path d={bars.high} fill={signed ? 'var(--pos)' : 'var(--ink-2)'} />
            <line x1={left} x2={round(left + width)} y1={base} y2={base} stroke="var(--rule)" />
            <SvgNumber x={left - 10} y={base - 4} text={name} anchor="end" className="lab quiet" />
            {note !== undefined && (
              <SvgNumber x={left + width + 8} y={base - 4} text={note} className="num" />
            )}
          </g>
        )
      })}
      <line
        x1={left}
        x2={round(left + width)}
        y1={round(top + height)}
        y2={round(top + height)}
        stroke="var(--rule-2)"
      />
    </g>
  )
}
