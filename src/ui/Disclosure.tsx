import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'

/** Something that unfolds: a native details element. */
export function Disclosure({
  title,
  open = false,
  children,
}: {
  title: string
  open?: boolean
  children: ReactNode
}) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <Icon name="chevron-right" />
        {title}
      </summary>
      {children}
    </details>
  )
}
