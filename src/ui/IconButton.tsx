import type { ComponentPropsWithRef } from 'react'
import { Icon, type IconName } from './icons.tsx'

interface Props extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> {
  icon: IconName
  /** Its accessible name, and its tooltip. */
  label: string
  /** Show the label beside the icon too. */
  labelled?: boolean
}

/** A button with an icon. Without `labelled` the label is heard and shown as a tooltip. */
export function IconButton({ icon, label, labelled = false, className = 'icon-button', ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={className}
      aria-label={labelled ? undefined : label}
      title={labelled ? undefined : label}
    >
      <Icon name={icon} />
      {labelled && <span>{label}</span>}
    </button>
  )
}
