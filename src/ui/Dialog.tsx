import { useEffect, useId, useRef, type ReactNode } from 'react'
import { IconButton } from './IconButton.tsx'
import { type UiLocale, uiStrings } from './strings.ts'

export interface DialogProps {
  open: boolean
  title: string
  locale: UiLocale
  onClose: () => void
  /** 880 px instead of 560: tables. */
  wide?: boolean
  children: ReactNode
}

/** A native modal dialog: Escape and a press beside it close it, and the focus goes back where it was. */
export function Dialog({ open, title, locale, onClose, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    if (!element || element.open === open) return
    if (!open) {
      element.close()
      return
    }
    const before = document.activeElement
    element.showModal()
    const giveBack = () => {
      // The ring on a picture is an SVG element.
      if ((before instanceof HTMLElement || before instanceof SVGElement) && before.isConnected)
        before.focus()
    }
    element.addEventListener('close', giveBack, { once: true })
  }, [open])
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onClose={onClose}
      onPointerDown={(event) =>
        event.target === event.currentTarget && isBeside(event, event.currentTarget) && onClose()
      }
    >
      <div className="dialog-head">
        <h2 id={heading}>{title}</h2>
        <IconButton icon="close" label={uiStrings[locale].close} onClick={onClose} />
      </div>
      {open && children}
    </dialog>
  )
}

function isBeside(event: { clientX: number; clientY: number }, element: HTMLElement): boolean {
  const box = element.getBoundingClientRect()
  return (
    event.clientX < box.left ||
    event.clientX > box.right ||
    event.clientY < box.top ||
    event.clientY > box.bottom
  )
}
