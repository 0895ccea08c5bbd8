import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'

export interface ProblemPanelProps {
  /** What happened, in a few words: "Diverged at step 41". */
  title: string
  /** Why, and what can be done. */
  text?: ReactNode
  /** `notice`: nothing is lost, e.g. a setting that was corrected. */
  tone?: 'problem' | 'notice'
  /** Buttons of the class `btn`. */
  children?: ReactNode
}

/** A problem in words, beside the last picture: never over it. */
export function ProblemPanel({ title, text, tone = 'problem', children }: ProblemPanelProps) {
  return (
    <div
      className={tone === 'notice' ? 'problem quiet' : 'problem'}
      role={tone === 'notice' ? 'status' : 'alert'}
    >
      <Icon name={tone === 'notice' ? 'info' : 'warning'} />
      <b>{title}</b>
      {text !== undefined && <p>{text}</p>}
      {children !== undefined && <div className="acts">{children}</div>}
    </div>
  )
}
