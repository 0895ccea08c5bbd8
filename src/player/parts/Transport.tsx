import { Icon } from '../../ui/icons.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { Phase } from '../run/model.ts'
import type { RunCommands } from '../run/useRun.ts'
import { savesData } from '../savesData.ts'
import type { PlayerStrings } from '../strings.ts'

interface Props {
  phase: Phase
  playing: boolean
  /** Slow motion: one step is one named part of it. */
  slow: boolean
  commands: RunCommands
  strings: PlayerStrings
  onPlay: () => void
  onReset: () => void
}

/** Reset, play or pause, one step. Coming near play loads what playing needs. */
export function TransportButtons(props: Props) {
  const { phase, playing, slow, commands, strings, onPlay, onReset } = props
  const words = strings.transport
  const again = phase === 'done' || phase === 'problem'
  const label = playing ? words.pause : again ? words.playAgain : words.play
  const warm = (): void => {
    if (!savesData()) commands.warm()
  }
  return (
    <div className="tr-btns">
      <IconButton className="tb" icon="reset" label={words.reset} onClick={onReset} />
      <button
        type="button"
        className="tb play"
        aria-label={label}
        title={label}
        onPointerEnter={warm}
        onFocus={warm}
        onClick={onPlay}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <IconButton
        className="tb"
        icon="step"
        label={slow ? words.phase : words.step}
        onClick={() => (slow ? commands.phase() : commands.step())}
      />
    </div>
  )
}
