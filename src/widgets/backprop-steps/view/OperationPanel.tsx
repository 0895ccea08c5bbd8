import { useContext } from 'react'
import { FigureScale } from '../../../charts/scale.ts'
import { Num } from '../../../ui/Num.tsx'
import type { Formula } from './formulas.ts'
import { Pieces } from './Pieces.tsx'

interface Props {
  title: string
  formulas: readonly Formula[]
}

/** The current operation: its equations in symbols, then with the numbers in them. */
export function OperationPanel({ title, formulas }: Props) {
  const { big } = useContext(FigureScale)
  const size = big ? 22 : 15
  return (
    <div style={{ font: `400 ${size}px/1.55 var(--sans)`, fontVariantNumeric: 'lining-nums tabular-nums' }}>
      <p style={{ margin: 0, fontWeight: 600, fontSize: big ? 22 : 14 }}>{title}</p>
      {formulas.map(({ left, symbols, numbers, result }, index) => (
        <p key={index} style={{ margin: '4px 0 0', paddingLeft: '1.2em', textIndent: '-1.2em' }}>
          <Pieces of={[left, ' = ', ...symbols]} />
          {numbers.length > 0 && (
            <>
              {' = '}
              <span style={{ color: 'var(--ink-2)' }}>
                <Pieces of={numbers} />
              </span>
            </>
          )}
          {' = '}
          <b style={{ whiteSpace: 'nowrap' }}>
            <Num text={result} />
          </b>
        </p>
      ))}
    </div>
  )
}
