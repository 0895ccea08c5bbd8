import { useContext } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { DecisionField, FieldPoints } from '../../../charts/DecisionField.tsx'
import { FigureScale } from '../../../charts/scale.ts'
import { round, SvgNumber } from '../../../charts/text.tsx'
import { EDGE, FIELD, type FeatureFrame } from '../spec.ts'

interface Props {
  name: string
  /** The score, in words. */
  score: string
  label: string
  frame: FeatureFrame | null
  width: number
}

/** Room for the name and the score over a field. */
export const titleHeight = (big: boolean): number => (big ? 36 : 24)

/** The plane as one of the two sees it, with the points that it learns from. */
export function Contest({ name, score, label, frame, width }: Props) {
  const { big } = useContext(FigureScale)
  const title = titleHeight(big)
  return (
    <DecisionField
      label={label}
      logits={frame?.logits}
      side={FIELD}
      edge={EDGE}
      width={width}
      title={title}
      line={1.75}
    >
      {frame && (
        <FieldPoints
          points={frame.points}
          size={round(Math.max(2.2, Math.min(big ? 5.5 : 3.4, width / 90)))}
        />
      )}
      <Title name={name} score={score} />
    </DecisionField>
  )
}

function Title({ name, score }: { name: string; score: string }) {
  const { left, top, width } = usePlot()
  return (
    <g aria-hidden="true">
      <SvgNumber x={left} y={top - 7} text={name} className="lab" />
      <SvgNumber x={left + width} y={top - 7} text={score} anchor="end" className="lab" />
    </g>
  )
}
