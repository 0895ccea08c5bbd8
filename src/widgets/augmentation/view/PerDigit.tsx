import { usePlot } from '../../../charts/area.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { round } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import { DIGITS } from '../spec.ts'
import { readAs } from './mistakes.ts'

interface Props {
  label: string
  name: string
  /** What stands on the horizontal axis. */
  digits: string
  width: number
  height: number
  /** Tables of what is read as what, [10 × 10]: with augmentation, then without. */
  yours: Uint16Array | undefined
  other: Uint16Array | undefined
}

/** For each digit the share that is read right: a disc with augmentation, an open circle without, a line between. */
export function PerDigit({ label, name, digits, width, height, yours, other }: Props) {
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={{
        domain: [-0.5, DIGITS - 0.5],
        ticks: Array.from({ length: DIGITS }, (_, digit) => digit),
        format: String,
        name: digits,
      }}
      y={{ domain: [0, 1], ticks: [0, 0.5, 1], name, format: (share) => `${formatNumber(share * 100)}%` }}
      frame="axes"
      grid="y"
    >
      {yours && other && <Marks yours={yours} other={other} />}
    </Plot>
  )
}

function Marks({ yours, other }: { yours: Uint16Array; other: Uint16Array }) {
  const { x, y, big } = usePlot()
  const size = big ? 7 : 4
  return (
    <g aria-hidden="true">
      {Array.from({ length: DIGITS }, (_, digit) => {
        const at = round(x(digit))
        const [own, twin] = [round(y(readAs(yours, digit, digit))), round(y(readAs(other, digit, digit)))]
        return (
          <g key={digit}>
            <line x1={at} x2={at} y1={own} y2={twin} stroke="var(--ref)" strokeWidth={big ? 2 : 1.25} />
            <circle
              cx={at}
              cy={twin}
              r={size}
              fill="var(--plate)"
              stroke="var(--ref)"
              strokeWidth={big ? 3 : 1.75}
            />
            <circle cx={at} cy={own} r={size} fill="var(--live)" />
          </g>
        )
      })}
    </g>
  )
}
