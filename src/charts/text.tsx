import { splitPower } from '../i18n/number.ts'

interface NumberProps {
  x: number
  y: number
  text: string
  anchor?: 'start' | 'middle' | 'end'
  className?: string
}

/** A formatted number (or any words) in a picture, its power of ten truly raised. */
export function SvgNumber({ x, y, text, anchor = 'start', className = 'tick' }: NumberProps) {
  const { base, exponent } = splitPower(text)
  return (
    <text x={round(x)} y={round(y)} textAnchor={anchor} className={className}>
      {base}
      {exponent !== '' && (
        <tspan className="sup" dy="-0.45em">
          {exponent}
        </tspan>
      )}
    </text>
  )
}

/** A maths symbol in italics; letters or digits that follow an underscore are an index: `w_1`, `x_in`, `x_1x_2`. */
export function SvgSymbol({ x, y, text, anchor = 'start', className = 'axis' }: NumberProps) {
  const pieces = text.split(/_([a-z]+|\d+)/i) // words and indices in turn
  return (
    <text x={round(x)} y={round(y)} textAnchor={anchor} className={className}>
      {pieces.map((piece, i) => {
        if (piece === '') return null
        if (i === 0) return piece
        return i % 2 === 1 ? (
          <tspan key={i} className="sub" dy="0.24em">
            {piece}
          </tspan>
        ) : (
          // Back up by what the smaller type of the index went down.
          <tspan key={i} dy="-0.16em">
            {piece}
          </tspan>
        )
      })}
    </text>
  )
}

/** Two decimals: enough for a screen, and the same text on server and client. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** An SVG path through points; a non-finite coordinate lifts the pen. */
export function formatPath(points: Iterable<readonly [x: number, y: number]>): string {
  let path = ''
  let down = false
  for (const [x, y] of points) {
    if (Number.isFinite(x) && Number.isFinite(y)) {
      path += `${down ? 'L' : 'M'}${round(x)} ${round(y)}`
      down = true
    } else {
      down = false
    }
  }
  return path
}
