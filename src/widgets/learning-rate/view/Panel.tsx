import { type ReactNode, useContext } from 'react'
import { FigureScale } from '../../../charts/scale.ts'

interface Props {
  /** The rate as text, set after an η. */
  rate: string
  /** Words after it. */
  words?: string
  note: string
  /** The note tells of a failure. */
  warn?: boolean
  own: boolean
  children: ReactNode
}

/** One rate's picture, with the rate over it and its fate below. */
export function Panel({ rate, words = '', note, warn = false, own, children }: Props) {
  const { big } = useContext(FigureScale)
  const size = big ? '24px/30px' : '14px/20px'
  return (
    <div>
      <div style={{ font: `600 ${size} var(--sans)`, color: own ? 'var(--live)' : 'var(--ink)' }}>
        <span className="sy" style={{ color: 'inherit' }}>
          η
        </span>{' '}
        = {rate} {words}
      </div>
      {children}
      <div style={{ font: `400 ${size} var(--sans)`, color: warn ? 'var(--warn)' : 'var(--ink-2)' }}>
        {note}
      </div>
    </div>
  )
}
