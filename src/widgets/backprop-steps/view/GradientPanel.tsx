import { multiply } from '../../../math/backprop/paths.ts'
import { formatNumber } from '../../../i18n/number.ts'
import { Num } from '../../../ui/Num.tsx'
import { machineOf, type StepsFrame, type StepsValues } from '../spec.ts'
import { differenceAt, FORWARD, pathsOf, relativeDifference, writeFactor } from './gradient.ts'
import { PARAMETERS } from './names.ts'
import { plainly, within } from './numbers.ts'
import { joined, Pieces, type Piece } from './Pieces.tsx'

interface Props {
  values: StepsValues
  frame: StepsFrame
  text: Readonly<Record<'paths' | 'path' | 'later' | 'difference' | 'apart', string>>
}

const exact = (value: number): string => formatNumber(value, { digits: 8 })

/** The chosen parameter's gradient taken apart: a product for each path to the loss, their sum, and a difference beside it. */
export function GradientPanel({ values, frame, text }: Props) {
  const chosen = PARAMETERS[values.chosen]
  if (!chosen) return null
  const machine = machineOf(values)
  const paths = pathsOf(machine, values, frame, chosen)
  const known = frame.done >= FORWARD
  const total = paths.reduce((sum, path) => sum + multiply(path), 0)
  const difference = differenceAt(machine, frame.before, values.chosen, values.nudge)
  const gradient: Piece = { symbol: `∂${chosen.symbol}` }
  const apart = formatNumber(relativeDifference(total, difference), { significant: 1 })
  return (
    <div
      style={{
        marginTop: 16,
        paddingTop: 12,
        borderTop: 'var(--hair)',
        font: '400 15px/1.6 var(--sans)',
        fontVariantNumeric: 'lining-nums tabular-nums',
      }}
    >
      <p style={{ margin: 0, fontWeight: 600, fontSize: 14 }}>
        {paths.length > 1 ? text.paths.replace('{n}', String(paths.length)) : text.path}
      </p>
      {paths.map((path, index) => (
        <p key={index} style={{ margin: '4px 0 0', paddingLeft: '1.2em', textIndent: '-1.2em' }}>
          <Pieces
            of={[
              ...(index === 0 ? [gradient, ' = '] : ['+ ']),
              ...joined(
                path.map((factor) => writeFactor(factor, values)),
                ' · ',
              ),
            ]}
          />
          {known && (
            <span style={{ color: 'var(--ink-2)' }}>
              {' = '}
              <Num
                text={path.map(({ value }, i) => (i === 0 ? plainly(value) : within(value))).join(' × ')}
              />
              {' = '}
              <b style={{ color: 'var(--ink)', fontWeight: paths.length > 1 ? 400 : 600 }}>
                <Num text={plainly(multiply(path))} />
              </b>
            </span>
          )}
        </p>
      ))}
      {known ? (
        <p
          style={{
            margin: '8px 0 0',
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'baseline',
            gap: '0 24px',
          }}
        >
          <span>
            <Pieces of={[gradient, ' = ']} />
            <b>
              <Num text={exact(total)} />
            </b>
          </span>
          <span>
            {text.difference} <Num text={exact(difference)} />
          </span>
          <span>
            {text.apart} <Num text={apart} />
          </span>
        </p>
      ) : (
        <p style={{ margin: '8px 0 0', color: 'var(--ink-2)' }}>{text.later}</p>
      )}
    </div>
  )
}
