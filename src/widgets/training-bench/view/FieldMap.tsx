import { useContext } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { DecisionField, FieldPoints } from '../../../charts/DecisionField.tsx'
import { FigureScale } from '../../../charts/scale.ts'
import { EDGE, FIELD, type BenchFrame } from '../spec.ts'

interface Props {
  name: string
  /** The score of the seed shown, in words; null before an audience. */
  score: string | null
  label: string
  frame: BenchFrame | null
  width: number
}

/** Room over a map for the name and, unless it is left out, the score: two lines where it is narrow. */
export const titleHeight = (width: number, big: boolean, bare: boolean): number =>
  (big ? 34 : 22) * (!bare && width < (big ? 420 : 240) ? 2 : 1) + 4

/** The plane as one network sees it, with its training points; what is kept back for validation is open. */
export function FieldMap({ name, score, label, frame, width }: Props) {
  const { big } = useContext(FigureScale)
  const title = titleHeight(width, big, score === null)
  return (
    <DecisionField label={label} logits={frame?.logits} side={FIELD} edge={EDGE} width={width} title={title}>
      {frame && <FieldPoints points={frame.points} stride={4} size={big ? 4.5 : width < 240 ? 3 : 4} />}
      <Title name={name} score={score} />
    </DecisionField>
  )
}

function Title({ name, score }: { name: string; score: string | null }) {
  const { left, top, width, big } = usePlot()
  const line = big ? 34 : 22
  const apart = top < 2 * line
  return (
    <g aria-hidden="true">
      <text x={left} y={apart || score === null ? top - 8 : top - 8 - line} className="lab">
        {name}
      </text>
      <text x={apart ? left + width : left} y={top - 8} textAnchor={apart ? 'end' : 'start'} className="num">
        {score}
      </text>
    </g>
  )
}
