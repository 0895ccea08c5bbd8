import { useContext } from 'react'
import { FigureScale } from '../../../charts/scale.ts'
import { round, SvgNumber } from '../../../charts/text.tsx'
import type { Box } from './layout.ts'
import { two } from './words.ts'

/** What a fountain's glass shows. */
const [LOWEST, HIGHEST] = [-0.5, 1.5]

const inside = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** A tank between floor (−1) and brim (1). It stands at its mark, halfway up, while nothing comes in; what counts is how far it is from there. */
export function Tank({ box, level }: { box: Box; level: number }) {
  const { big } = useContext(FigureScale)
  const { x, y, width, height } = box
  const mark = y + height / 2
  const surface = mark - (level * height) / 2
  return (
    <g aria-hidden="true">
      <rect x={round(x)} y={round(y)} width={width} height={height} fill="var(--plate)" />
      <rect
        x={round(x)}
        y={round(surface)}
        width={width}
        height={round(y + height - surface)}
        fill="var(--mag-1)"
      />
      <line
        x1={round(x)}
        x2={round(x + width)}
        y1={round(mark)}
        y2={round(mark)}
        stroke="var(--ink)"
        strokeDasharray={big ? '5 4' : '3 3'}
      />
      <path
        d={`M${round(x)} ${round(y)}v${height}h${width}v${-height}`}
        fill="none"
        stroke="var(--ink)"
        strokeWidth={big ? 2.5 : 1.5}
      />
      <SvgNumber
        x={x + width / 2}
        y={y + height + (big ? 26 : 16)}
        text={two(level)}
        anchor="middle"
        className="num halo paper"
      />
    </g>
  )
}

interface FountainProps {
  box: Box
  name: string
  given: number
  wanted: number | undefined
  /** The number stands beside the glass, else below its name. */
  beside: boolean
}

/** A fountain's glass: what comes out from the zero line up, or, drawn off, down; and the wanted height as an open frame. */
export function Fountain({ box, name, given, wanted, beside }: FountainProps) {
  const { big } = useContext(FigureScale)
  const { x, y, width, height } = box
  const at = (value: number): number =>
    y + (height * (HIGHEST - inside(value, LOWEST, HIGHEST))) / (HIGHEST - LOWEST)
  const zero = at(0)
  const line = big ? 30 : 18
  return (
    <g aria-hidden="true">
      <rect x={round(x)} y={round(y)} width={width} height={round(height)} fill="var(--plate)" />
      <rect
        x={round(x)}
        y={round(Math.min(zero, at(given)))}
        width={width}
        height={round(Math.abs(at(given) - zero))}
        fill={given < 0 ? 'var(--neg)' : 'var(--pos)'}
        opacity={0.85}
      />
      <line x1={round(x)} x2={round(x + width)} y1={round(zero)} y2={round(zero)} stroke="var(--ink)" />
      <rect
        x={round(x)}
        y={round(y)}
        width={width}
        height={round(height)}
        fill="none"
        stroke="var(--ink-3)"
      />
      {wanted !== undefined && (
        <path
          d={`M${round(x - 5)} ${round(at(wanted))}h${width + 10}`}
          stroke="var(--ink)"
          strokeWidth={big ? 4 : 2.5}
          strokeDasharray={big ? '7 4' : '4 2.5'}
        />
      )}
      <SvgNumber
        x={x + width / 2}
        y={y + height + line}
        text={name}
        anchor="middle"
        className="lab halo paper"
      />
      <SvgNumber
        x={beside ? x + width + 9 : x + width / 2}
        y={beside ? at(given) + (big ? 8 : 5) : y + height + 2 * line}
        text={two(given)}
        anchor={beside ? 'start' : 'middle'}
        className="num"
      />
    </g>
  )
}
