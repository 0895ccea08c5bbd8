import { multiply, type Factor } from '../../../math/backprop/paths.ts'
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

const PLACEHOLDER = '0.0000'
const exact = (value: number): string => formatNumber(value, { digits: 8 })

/** A path's factors in numbers. */
const writeNumbers = (path: readonly Factor[]): string =>
  path.map(({ value }, i) => (i === 0 ? plainly(value) : within(value))).join(' × ')

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
  // What is not known yet keeps its room, so that nothing below jumps as the run goes on.
  const hidden = known ? {} : ({ visibility: 'hidden' } as const)
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
          <span style={{ color: 'var(--ink-2)', ...hidden }}>
            {' = '}
            <Num text={known ? writeNumbers(path) : path.map(() => PLACEHOLDER).join(' × ')} />
            {' = '}
            <b style={{ color: 'var(--ink)', fontWeight: paths.length > 1 ? 400 : 600 }}>
              <Num text={known ? plainly(multiply(path)) : PLACEHOLDER} />
            </b>
          </span>
        </p>
      ))}
      <div style={{ display: 'grid', marginTop: 8 }}>
        <p
          style={{
            gridArea: '1 / 1',
            margin: 0,
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'baseline',
            gap: '0 24px',
            ...hidden,
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
        {!known && <p style={{ gridArea: '1 / 1', margin: 0, color: 'var(--ink-2)' }}>{text.later}</p>}
      </div>
    </div>
  )
}
