import type { ReactNode } from 'react'
import type { ParamProblem } from '../../protocol/params.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import type { PlayerStrings } from '../strings.ts'

interface Props {
  problems: readonly ParamProblem[]
  restored: boolean
  unknownBackend: string | null
  heat: boolean
  strings: PlayerStrings
  onDefaults: () => void
  onDismiss: () => void
}

/** Quiet notes beside the figure: what an address held that could not be used, what was restored. */
export function Notes(props: Props) {
  const { problems, restored, unknownBackend, heat, strings, onDefaults, onDismiss } = props
  const { notes } = strings
  const lines: ReactNode[] = problems.map(({ code, key, given, used }) => (
    <p key={`${code}-${key}`}>{notes.param[code](key, given, used)}</p>
  ))
  if (unknownBackend !== null) lines.push(<p key="backend">{notes.unknownBackend(unknownBackend)}</p>)
  if (heat) lines.push(<p key="heat">{notes.heat}</p>)
  if (restored)
    lines.push(
      <p key="restored">
        {notes.restored}{' '}
        <button type="button" className="link" onClick={onDefaults}>
          {notes.toDefaults}
        </button>
      </p>,
    )
  if (lines.length === 0) return null
  return (
    <div className="fig-note" role="status">
      <div>{lines}</div>
      <IconButton icon="close" label={notes.close} onClick={onDismiss} />
    </div>
  )
}
