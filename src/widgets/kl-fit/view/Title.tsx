import { useContext } from 'react'
import { FigureScale } from '../../../charts/scale.ts'
import { SvgNumber } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import type { Direction, KlFrame } from '../spec.ts'

interface Props {
  width: number
  height: number
  direction: Direction
  own: boolean
  frame: KlFrame | null
  text: Readonly<Record<'forward' | 'reverse' | 'slope' | 'noSlope', string>>
}

/** Rounded first: a slope that has all but vanished is 0.000 here, not a power of ten. */
const show = (value: number): string => formatNumber(Math.round(value * 1000) / 1000, { digits: 3 })
const two = (value: number): string => formatNumber(value, { digits: 2 })

/** What a panel makes small, both divergences of its q, and the slope that moves it. */
export function Title({ width, height, direction, own, frame, text }: Props) {
  const { big } = useContext(FigureScale)
  const line = big ? 32 : 21
  const numbers = { forward: 'D(p‖q)', reverse: 'D(q‖p)' }
  const other: Direction = direction === 'forward' ? 'reverse' : 'forward'
  return (
    <div className={big ? 'plot big' : 'plot'} style={{ width, aspectRatio: `${width} / ${height}` }}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <text x={0} y={line * 0.75} className={own ? 'lab you' : 'lab'}>
          {text[direction]}
        </text>
        {frame && (
          <>
            <text x={0} y={line * 1.75} className="num">
              <tspan fontWeight={600}>
                {numbers[direction]} = {show(frame[direction])}
              </tspan>
              <tspan dx={big ? 24 : 16}>
                {numbers[other]} = {show(frame[other])}
              </tspan>
            </text>
            <SvgNumber
              x={0}
              y={line * 2.75}
              text={`μ = ${two(frame.mean)}, σ = ${two(frame.deviation)}`}
              className="num"
            />
            <text x={0} y={line * 3.75} className={frame.gradient ? 'num' : 'lab warn'}>
              {frame.gradient
                ? text.slope
                    .replace('{mean}', show(frame.gradient[0]))
                    .replace('{deviation}', show(frame.gradient[1]))
                : text.noSlope}
            </text>
          </>
        )}
      </svg>
    </div>
  )
}
