import { Icon, type IconName } from '../../ui/icons.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { compareStrings } from '../compare/strings.ts'
import { presentOther } from '../present/presented.ts'
import type { FigureState } from '../useFigure.ts'

interface Props {
  fig: FigureState
  /** Beside the title while a recorded picture stands. */
  recorded: string | null
  onCompare: () => void
  onShare: () => void
  onPresent: () => void
  onExport: () => void
}

/** Number, title, what the run is doing, and what can be done with the figure as a whole. */
export function Head({ fig, recorded, onCompare, onShare, onPresent, onExport }: Props) {
  const { number, title, presenting, strings, locale, hide, previous, next } = fig
  return (
    <div className="fig-head">
      {number !== '' && <span className="fig-no">{presenting ? number : strings.figure(number)}</span>}
      <span className="fig-title">{title}</span>
      <Badge fig={fig} recorded={recorded} />
      {presenting ? (
        <div className="fig-actions">
          {previous !== null && (
            <IconButton
              icon="arrow-left"
              label={strings.previousFigure}
              onClick={() => presentOther(previous)}
            />
          )}
          {next !== null && (
            <IconButton icon="arrow-right" label={strings.nextFigure} onClick={() => presentOther(next)} />
          )}
          <IconButton icon="close" label={strings.leave} onClick={onPresent} />
        </div>
      ) : (
        <div className="fig-actions">
          {fig.comparable && !hide('compare') && (
            <Action
              icon="compare"
              label={compareStrings[locale].compare}
              pressed={fig.comparing}
              onClick={onCompare}
            />
          )}
          {!hide('share') && <Action icon="share" label={strings.share} onClick={onShare} />}
          {!hide('present') && <Action icon="present" label={strings.present} onClick={onPresent} />}
          {!hide('export') && <Action icon="export" label={strings.export} onClick={onExport} />}
        </div>
      )}
    </div>
  )
}

/** Live while it runs; else what it waits for. */
function Badge({ fig, recorded }: { fig: FigureState; recorded: string | null }) {
  const { phase, strings } = fig
  if (phase === 'still') return null
  if (phase === 'running') return <span className="live">{strings.badge.running}</span>
  const words = phase === 'idle' ? recorded : strings.badge[phase]
  if (words === null) return null
  return <span className={phase === 'problem' ? 'fig-badge warn' : 'fig-badge'}>{words}</span>
}

function Action({
  icon,
  label,
  pressed,
  onClick,
}: {
  icon: IconName
  label: string
  pressed?: boolean
  onClick: () => void
}) {
  return (
    <button type="button" aria-label={label} aria-pressed={pressed} title={label} onClick={onClick}>
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  )
}
