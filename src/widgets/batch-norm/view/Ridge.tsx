import { useContext } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { FigureScale, metricsOf, textWidth } from '../../../charts/scale.ts'
import { formatPath, round, SvgNumber } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import { BINS, REACH, type Spread } from '../spec.ts'

interface Props {
  label: string
  /** Over the numbers of the layers. */
  layerName: string
  width: number
  row: number
  training: Spread
  /** Drawn as a line over the bars. */
  used: Spread | null
  /** Where the activation function is flat. */
  flat: readonly (readonly [number, number])[]
}

/** As wide as a reading gets, so that nothing jumps. */
const WIDEST = '−0.00 ± 10⁻⁴⁴'

/** One histogram per hidden layer on one axis, the first layer on top; each as tall as its own highest bin asks. */
export function Ridge({ label, layerName, width, row, training, used, flat }: Props) {
  const { big } = useContext(FigureScale)
  const metrics = metricsOf(big)
  const layers = training.mean.length
  return (
    <Plot
      label={label}
      width={width}
      height={layers * row + metrics.row + metrics.bottom}
      frame="none"
      x={{ domain: [-REACH, REACH], symbol: 'z', ticks: [-REACH, 0, REACH] }}
      y={{ domain: [0, layers], ticks: [] }}
      margins={{
        left: Math.ceil(Math.max(textWidth(layerName, metrics.tick), metrics.label)) + (big ? 14 : 8),
        right: Math.ceil(textWidth(WIDEST, metrics.tick)),
        top: metrics.row,
        bottom: metrics.bottom,
      }}
    >
      <Rows layerName={layerName} row={row} training={training} used={used} flat={flat} />
    </Plot>
  )
}

function Rows({ layerName, row, training, used, flat }: Omit<Props, 'label' | 'width'>) {
  const { left, top, width, height, x, metrics, big } = usePlot()
  const bin = width / BINS
  const tall = row * 0.86
  return (
    <g aria-hidden="true">
      {flat.map(([low, high]) => (
        <rect
          key={low}
          x={round(x(low))}
          y={top}
          width={round(x(high) - x(low))}
          height={round(height)}
          fill="var(--mag-1)"
          opacity={0.35}
        />
      ))}
      <line x1={round(x(0))} x2={round(x(0))} y1={top} y2={round(top + height)} stroke="var(--grid)" />
      <text x={left - (big ? 14 : 8)} y={top - (big ? 8 : 5)} textAnchor="end" className="tick">
        {layerName}
      </text>
      {Array.from(training.mean, (mean, layer) => {
        const base = round(top + (layer + 1) * row)
        const own = (spread: Spread) => spread.shares.subarray(layer * BINS, (layer + 1) * BINS)
        const shares = own(training)
        const most = Math.max(1e-9, ...shares)
        const bars = { low: '', high: '' }
        shares.forEach((share, place) => {
          if (share === 0) return
          const size = round(Math.max(1, (share / most) * tall))
          bars[2 * place < BINS ? 'low' : 'high'] +=
            `M${round(left + place * bin)} ${base}v${-size}h${round(bin)}V${base}z`
        })
        return (
          <g key={layer}>
            <path d={bars.low} fill="var(--neg)" />
            <path d={bars.high} fill="var(--pos)" />
            {used && (
              <path
                d={outline(own(used), left, base, bin, tall)}
                fill="none"
                stroke="var(--ink)"
                strokeWidth={big ? 2.5 : 1.25}
              />
            )}
            <line x1={left} x2={round(left + width)} y1={base} y2={base} stroke="var(--rule)" />
            <text x={left - (big ? 14 : 8)} y={base - 4} textAnchor="end" className="num">
              {layer + 1}
            </text>
            <SvgNumber
              x={left + width + metrics.tickGap}
              y={base - 4}
              text={formatSpread(mean, training.deviation[layer] ?? 0)}
              className="num"
            />
          </g>
        )
      })}
    </g>
  )
}

/** The upper edge of a histogram. */
function outline(shares: Float32Array, left: number, base: number, bin: number, tall: number): string {
  const most = Math.max(1e-9, ...shares)
  return formatPath(
    Array.from(shares).flatMap((share, place): [number, number][] => {
      const y = base - (share / most) * tall
      return [
        [left + place * bin, y],
        [left + (place + 1) * bin, y],
      ]
    }),
  )
}

/** Mean ± standard deviation: two decimals, or a power of ten where those would say nothing. */
export function formatSpread(mean: number, deviation: number): string {
  const small = deviation < 0.005
  const centre = formatNumber(Math.abs(mean) < 0.005 ? 0 : mean, { digits: deviation < 10 ? 2 : 1 })
  return `${centre} ± ${small ? formatNumber(deviation, { significant: 1 }) : formatNumber(deviation, { digits: deviation < 10 ? 2 : 1 })}`
}
