import type { ReactNode } from 'react'
import { Icon } from '../icons.tsx'
import type { UiLocale } from '../strings.ts'
import { Toggle } from '../Toggle.tsx'
import { shelfStrings } from './shelfStrings.ts'
import './shelf.css'
import { useShelf } from './useShelf.ts'

interface Props {
  locale: UiLocale
  /** Which of the reader's files stand here. */
  kind: string
  /** For the file dialog: `.gz,.csv`. Absent: any. */
  accept?: string
  onFiles: (files: readonly File[]) => void
  onForget: () => void
  /** What is to be said of the files. */
  children?: ReactNode
}

/** Where the reader brings files for a figure, one or several, and decides whether this device remembers them. */
export function FileSource({ locale, kind, accept, onFiles, onForget, children }: Props) {
  const text = shelfStrings[locale]
  const { shelf, state } = useShelf()
  const any = state.files.some((file) => file.kind === kind)
  return (
    <div
      className="file-source"
      role="group"
      aria-label={text.choose}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onFiles([...event.dataTransfer.files])
      }}
    >
      <label className="file-choose">
        <span className="btn">
          <Icon name="upload" />
          {text.choose}
        </span>
        <input
          type="file"
          className="vh"
          multiple
          accept={accept}
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])])
            // The same files may be chosen again.
            event.currentTarget.value = ''
          }}
        />
      </label>
      <p>{text.stays}</p>
      {children}
      {any && (
        <>
          <Toggle
            value={state.keep === 'yes'}
            label={text.keep}
            help={text.keepHelp}
            onChange={(wanted) => void shelf.keep(wanted)}
          />
          {state.keep === 'blocked' && (
            <p className="warn" role="alert">
              {text.blocked}
            </p>
          )}
          <button
            type="button"
            className="btn"
            onClick={() => {
              void shelf.forget(kind)
              onForget()
            }}
          >
            <Icon name="trash" />
            {text.forget}
          </button>
        </>
      )}
    </div>
  )
}
