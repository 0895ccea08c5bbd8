import { formatNumber } from '../../i18n/number.ts'
import { Num } from '../../ui/Num.tsx'
import type { MetricSpec, Speed } from '../../protocol/spec.ts'
import type { PlayerStrings } from '../strings.ts'

interface Props {
  stepName: string
  step: number
  last: number
  headline: {
    readonly name: string
    readonly value: number | null
    readonly role: MetricSpec['role'] | undefined
  } | null
  speed: Speed
  speeds: readonly Speed[]
  presenting: boolean
  strings: PlayerStrings
  hideSpeed: boolean
  onSpeed: (speed: Speed) => void
}

/** Three significant digits; between 0.01 and 10 three decimals, so that a reading doesn’t jump. A share is a percentage. */
export function formatReading(value: number | null, role?: MetricSpec['role']): string {
  if (value === null) return '—'
  if (role === 'share') return `${formatNumber(100 * value, { digits: 1 })}%`
  const size = Math.abs(value)
  return formatNumber(value, size >= 0.01 && size < 10 ? { digits: 3 } : { significant: 3 })
}

/** Where the run is: step, headline, speed. */
export function Readings(props: Props) {
  const { stepName, step, last, headline, speed, speeds, presenting, strings, onSpeed } = props
  const lastText = formatNumber(last)
  return (
    <div className="tr-read">
      <div className="read step">
        <small>{stepName}</small>
        <b>
          {formatNumber(step)} <i>{presenting ? strings.of(lastText) : `/ ${lastText}`}</i>
        </b>
      </div>
      {headline && (
        <div className="read headline">
          <small title={headline.name}>{headline.name}</small>
          <b>
            <Num text={formatReading(headline.value, headline.role)} />
          </b>
        </div>
      )}
      {!props.hideSpeed && (
        <label className="speed">
          <span aria-hidden="true">{shortSpeed(speed, strings)}</span>
          <select
            aria-label={strings.transport.speed}
            title={strings.transport.speed}
            value={String(speed)}
            onChange={(event) => {
              const chosen = speeds.find((one) => String(one) === event.currentTarget.value)
              if (chosen !== undefined) onSpeed(chosen)
            }}
          >
            {speeds.map((one) => (
              <option key={one} value={String(one)}>
                {longSpeed(one, strings)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}

function shortSpeed(speed: Speed, { transport }: PlayerStrings): string {
  return speed === 'max' || speed === 'slow' ? transport.short[speed] : transport.short.perSecond(speed)
}

function longSpeed(speed: Speed, { transport }: PlayerStrings): string {
  if (speed === 'max') return transport.flatOut
  return speed === 'slow' ? transport.slow : transport.perSecond(formatNumber(speed))
}
