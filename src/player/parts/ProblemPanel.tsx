import { formatNumber } from '../../i18n/number.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { ProblemPanel as Panel } from '../../ui/ProblemPanel.tsx'
import type { BackendId, Problem } from '../../protocol/messages.ts'
import { runName } from '../compare/sideNames.ts'
import { problemStrings } from '../problemStrings.ts'
import { backendOf } from '../run/model.ts'
import type { FigureState } from '../useFigure.ts'
import { chooseBackend } from '../values/pageSettings.ts'
import { placeLabel } from './describe.ts'
import { BACKEND_NAMES } from './StatusLine.tsx'

/** What happened, at which step, where, why it probably did, and what to do now. */
export function ProblemPanel({ fig, problem }: { fig: FigureState; problem: Problem }) {
  const { text, locale, model, commands } = fig
  const strings = problemStrings[locale]
  const { title, help } = strings.problems[problem.code]
  const backend = backendOf(model)
  const other = otherBackend(backend, fig.backend)
  const hopeless = problem.code === 'worker-blocked' || problem.code === 'unknown-widget'
  /** Another backend would not help. */
  const everywhere =
    problem.code === 'not-loaded' ||
    problem.code === 'non-finite' ||
    problem.code === 'bad-values' ||
    problem.code === 'bad-data'
  const member = runName(fig, problem.member ?? -1)
  const place = problem.place === undefined ? undefined : placeLabel(text, problem.place)
  const detail = [problem.detail, problem.place].filter((line) => line !== undefined).join('\n')
  const parts = [
    problem.cause === undefined ? undefined : strings.causes[problem.cause],
    place === undefined ? undefined : strings.where(place),
    member === undefined ? undefined : strings.who(member),
    help,
  ].filter((part) => part !== undefined)
  return (
    <div className="fig-problem">
      <Panel
        title={title(problem.step === undefined ? null : formatNumber(problem.step))}
        text={parts.join(locale === 'zh' ? '' : ' ')}
      >
        {problem.code === 'not-loaded' ? (
          <button type="button" className="btn" onClick={commands.play}>
            {strings.retry}
          </button>
        ) : (
          !hopeless && (
            <button type="button" className="btn" onClick={commands.reset}>
              {strings.reset}
            </button>
          )
        )}
        {!hopeless && !everywhere && other !== undefined && (
          <button type="button" className="btn" onClick={() => chooseBackend(other)}>
            {other === null ? strings.auto : strings.otherBackend(BACKEND_NAMES[other])}
          </button>
        )}
        {detail !== '' && (
          <Disclosure title={strings.details}>
            <pre>{detail}</pre>
          </Disclosure>
        )}
      </Panel>
    </div>
  )
}

/** Where the run might fare better; null: whatever suits the figure best, undefined: nowhere. */
function otherBackend(
  used: BackendId | 'plain' | null,
  wanted: BackendId | null,
): BackendId | null | undefined {
  if (used === 'plain') return undefined
  if (used === 'webgpu' || used === 'webgl') return 'wasm'
  if (wanted !== null) return null
  return used === 'cpu' ? undefined : 'cpu'
}
