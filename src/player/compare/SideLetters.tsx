import type { Area } from '../parts/curveShape.ts'

interface Props {
  marked: readonly { readonly letter: string; readonly y: number; readonly lead: boolean }[]
  /** Where the time stands, in px. */
  x: number
  area: Area
  big: boolean
}

/** A and B where their curves stand at the one time that both share. */
export function SideLetters({ marked, x, area, big }: Props) {
  const line = big ? 24 : 15
  const beyond = x + line + 8 > area.width
  // Not over the ring, which lies on the time line.
  const lowest = area.height - area.foot - (big ? 26 : 16)
  const heights = apart(
    marked.map(({ y }) => Math.min(y, lowest)),
    line,
    lowest,
  )
  return marked.map(({ letter, y, lead }, i) => (
    <g key={letter}>
      {!lead && <circle cx={x} cy={y} r={big ? 6 : 3.5} fill="var(--ref)" />}
      <text
        x={beyond ? x - 8 : x + 8}
        y={(heights[i] ?? y) + line * 0.34}
        textAnchor={beyond ? 'end' : 'start'}
        className="tick halo side-letter"
      >
        {letter}
      </text>
    </g>
  ))
}

/** Two letters on one height could not be read: they make room for one another, each towards its own curve. */
function apart(heights: readonly number[], line: number, lowest: number): readonly number[] {
  const [a, b] = heights
  if (a === undefined || b === undefined || Math.abs(a - b) >= line) return heights
  const middle = Math.min(lowest - line / 2, Math.max(line, (a + b) / 2))
  return a <= b ? [middle - line / 2, middle + line / 2] : [middle + line / 2, middle - line / 2]
}
