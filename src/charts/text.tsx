import { splitPower } from '../i18n/number.ts'
import { type Px, thin } from './thin.ts'

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

/**
 * An SVG path through points in px; a non-finite coordinate lifts the pen. Written in tenths of a px and as steps from
 * point to point, which takes a third of the letters.
 */
export function formatPath(points: Iterable<Px>): string {
  let path = ''
  for (const line of splitAtGaps(points)) path += formatLine(thin(line))
  return path
}

function* splitAtGaps(points: Iterable<Px>): Generator<Px[]> {
  let line: Px[] = []
  for (const point of points) {
    if (Number.isFinite(point[0]) && Number.isFinite(point[1])) line.push(point)
    else if (line.length > 0) {
      yield line
      line = []
    }
  }
  if (line.length > 0) yield line
}

/** Steps lie between rounded places, so that roundings do not add up. */
function formatLine(line: readonly Px[]): string {
  let path = ''
  let [lastX, lastY] = [0, 0]
  line.forEach(([px, py], index) => {
    const [x, y] = [Math.round(px * 10), Math.round(py * 10)]
    path += index === 0 ? 'M' : index === 1 ? 'l' : ''
    path += formatTenths(x - lastX, index > 1) + formatTenths(y - lastY, true)
    lastX = x
    lastY = y
  })
  return path
}

/** Tenths as a decimal number without a leading zero; a minus separates by itself. */
function formatTenths(tenths: number, separate: boolean): string {
  const size = Math.abs(tenths)
  const whole = Math.trunc(size / 10)
  const digits = `${whole === 0 && size > 0 ? '' : whole}${size % 10 === 0 ? '' : `.${size % 10}`}`
  return tenths < 0 ? `-${digits}` : separate ? ` ${digits}` : digits
}
