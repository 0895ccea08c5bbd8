import type { ReactNode } from 'react'
import { formatNumber } from '../../i18n/number.ts'
import type { Problem } from '../../protocol/messages.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { runName } from '../compare/sideNames.ts'
import { problemStrings } from '../problemStrings.ts'
import type { FigureState } from '../useFigure.ts'
import { labelOf } from './describe.ts'
import { namesOf, paramSentences } from './paramProblems.ts'

interface Props {
  fig: FigureState
  /** Running flat out on a phone. */
  heat: boolean
  onDismiss: () => void
}

/** Quiet notes beside the figure: what an address held that could not be used, what was restored, what went on otherwise. */
export function Notes({ fig, heat, onDismiss }: Props) {
  const { notes } = fig.strings
  const { problems, restored, toDefaults } = fig.state
  const unknown = fig.spec.run ? fig.unknownBackend : null
  const lines: ReactNode[] = [
    ...paramSentences(problems, fig.spec.params, fig.text, fig.strings).map((line) => (
      <p key={line}>{line}</p>
    )),
    ...fig.model.notices.map((notice, i) => <p key={i}>{noticeText(fig, notice)}</p>),
  ]
  if (unknown !== null) lines.push(<p key="backend">{notes.unknownBackend(unknown)}</p>)
  if (fig.strangers.length > 0)
    lines.push(<p key="strangers">{notes.strangers(namesOf(fig.strangers, fig.strings))}</p>)
  if (fig.nothingToHide.length > 0)
    lines.push(<p key="hide">{notes.nothingToHide(namesOf(fig.nothingToHide, fig.strings))}</p>)
  const { large, kept, lossTold } = fig.state
  if (large.length > 0 && !kept && !lossTold) lines.push(<p key="unkept">{largeNote(fig)}</p>)
  if (heat) lines.push(<p key="heat">{notes.heat}</p>)
  if (restored)
    lines.push(
      <p key="restored">
        {notes.restored}{' '}
        <button type="button" className="link" onClick={toDefaults}>
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

/** What of the values a link can't hold, and whether the tab can. */
export function largeNote({ state, strings, text }: FigureState): string {
  const { notes } = strings
  const names = notes.names(state.large.map((key) => labelOf(text, key).label))
  return state.kept ? notes.largeValues(names) : notes.unkept(names)
}

/** What happened while the figure went on: to one of several runs, or below them. */
function noticeText(fig: FigureState, notice: Problem): string {
  const { locale } = fig
  const { problems, ofRun } = problemStrings[locale]
  const { title, help } = problems[notice.code]
  const step = notice.step === undefined ? null : formatNumber(notice.step)
  const name = runName(fig, notice.member ?? -1)
  if (name !== undefined) return ofRun(name, title(step))
  return [title(step), help].join(locale === 'zh' ? '' : ' ')
}
