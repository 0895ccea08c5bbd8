import { useContext } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { DecisionField, FieldPoints } from '../../../charts/DecisionField.tsx'
import { FigureScale } from '../../../charts/scale.ts'
import { round } from '../../../charts/text.tsx'
import { EDGE, FIELD, type RaceFrame } from '../spec.ts'

interface Props {
  name: string
  /** The score, in words. */
  score: string
  label: string
  frame: RaceFrame | null
  width: number
}

/** Room for the name and the score over a field. */
export const titleHeight = (width: number, big: boolean): number => (big ? 34 : width < 150 ? 20 : 24)

/** One runner: the plane as its network sees it, with the training points. */
export function Thumb({ name, score, label, frame, width }: Props) {
  const { big } = useContext(FigureScale)
  const title = titleHeight(width, big)
  return (
    <DecisionField label={label} logits={frame?.logits} side={FIELD} edge={EDGE} width={width} title={title}>
      {frame && (
        <FieldPoints points={frame.points} size={round(Math.max(2, Math.min(big ? 5 : 3.4, width / 95)))} />
      )}
      <Title name={name} score={score} />
    </DecisionField>
  )
}

function Title({ name, score }: { name: string; score: string }) {
  const { left, top, width } = usePlot()
  return (
    <g aria-hidden="true">
      <text x={left} y={top - 7} className="lab">
        {name}
      </text>
      <text x={round(left + width)} y={top - 7} textAnchor="end" className="num">
        {score}
      </text>
    </g>
  )
}
