import { useEffect, useRef, useState } from 'react'
import type { ClassPoint } from '../../../charts/Points.tsx'
import { PointsEditor } from '../../../charts/PointsEditor.tsx'
import type { LabelledPoint } from '../../../protocol/params.ts'
import type { Locale } from '../../../protocol/view.ts'
import { MOST_POINTS } from '../spec/params.ts'
import { Marks } from './Marks.tsx'

interface Props {
  points: readonly LabelledPoint[]
  /** The class or the number that new points get, and what it is called. */
  kind: number
  kindName: string
  /** Labels are numbers to predict. */
  measured: boolean
  /** The run's own points, of which those to test with are drawn open. */
  test: Float32Array | null
  locale: Locale
  onChange: (points: LabelledPoint[]) => void
}

/** The run takes new points once the hand has rested this many milliseconds. */
const REST = 250

const drawNumbers = (points: readonly ClassPoint[]) => (
  <Marks
    points={Float32Array.from(points.flatMap(({ x, y, kind }) => [x, y, kind]))}
    open={false}
    regression
  />
)

/** Points to draw, move and remove. What the hand does is seen at once; the run is told when it rests. */
export function OwnPoints({ points, kind, kindName, measured, test, locale, onChange }: Props) {
  const [draft, setDraft] = useState<ClassPoint[] | null>(null)
  const timer = useRef(0)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const change = (next: ClassPoint[]): void => {
    setDraft(next)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      onChange(next.map(({ x, y, kind: label }) => ({ x, y, label })))
      setDraft(null)
    }, REST)
  }
  return (
    <>
      <PointsEditor
        points={draft ?? points.map(({ x, y, label }) => ({ x, y, kind: label }))}
        kind={kind}
        kindName={kindName}
        {...(measured ? { draw: drawNumbers } : {})}
        locale={locale}
        most={MOST_POINTS}
        onChange={change}
      />
      {draft === null && test && (
        <g pointerEvents="none">
          <Marks points={test} open regression={measured} />
        </g>
      )}
    </>
  )
}
