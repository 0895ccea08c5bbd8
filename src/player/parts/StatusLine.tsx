import { formatNumber } from '../../i18n/number.ts'
import { BACKENDS, type BackendId } from '../../protocol/messages.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { letterOf } from '../compare/sideNames.ts'
import { problemStrings } from '../problemStrings.ts'
import type { PlayerStrings } from '../strings.ts'
import type { FigureState } from '../useFigure.ts'
import { chooseBackend } from '../values/pageSettings.ts'

export const BACKEND_NAMES: Readonly<Record<BackendId, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'CPU',
}

/** What a sceptic would ask: on what it computes, how fast, from which seed. A figure without a run has nothing to say. */
export function StatusLine({ fig }: { fig: FigureState }) {
  const { model, spec, strings, locale, phase, seedKey } = fig
  if (!spec.run) return null
  const status = model.revealed ? model.status : null
  const used = status?.backend ?? null
  const rate = status && phase === 'running' ? Math.round(status.stepsPerSecond) : 0
  const { problems } = problemStrings[locale]
  const words = strings.status
  const step = model.problem?.step
  const line = used === null ? waitingLine(phase, strings) : backendLine(used, fig.backend, strings)
  return (
    <div className="fig-state">
      {phase === 'problem' && model.problem && (
        <p className="warn">
          {problems[model.problem.code].title(step === undefined ? null : formatNumber(step))}
        </p>
      )}
      {line !== null && (
        <p>
          <b>{line}</b>
          {rate > 0 && ` · ${words.rate(formatNumber(rate))}`}
        </p>
      )}
      {spec.run.workload === 'plain' && fig.backend !== null && <p>{words.plainForced}</p>}
      {status?.phase !== undefined && <p>{fig.text.phases?.[status.phase] ?? status.phase}</p>}
      {seedKey !== null && <p>{words.seed(seedsOf(fig, seedKey))}</p>}
      <Disclosure title={words.details}>
        {status && status.backend !== 'plain' && <p>{words.tensors(formatNumber(status.tensors))}</p>}
        {spec.run.workload === 'plain' ? (
          <p>{words.plainForced}</p>
        ) : (
          <Device wanted={fig.backend} strings={strings} />
        )}
      </Disclosure>
    </div>
  )
}

/** One seed, or where two settings differ in it both. */
function seedsOf({ sides, strings }: FigureState, key: string): string {
  const seeds = sides.map(({ values }) => String(values[key]))
  const [first = ''] = seeds
  return seeds.every((seed) => seed === first)
    ? first
    : strings.list(seeds.map((seed, side) => `${seed} (${letterOf(side)})`))
}

/** The reader's override of the backend, for all figures of the page. */
function Device({ wanted, strings }: { wanted: BackendId | null; strings: PlayerStrings }) {
  return (
    <label className="device">
      {strings.status.device}
      <select
        className="select"
        value={wanted ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          chooseBackend(BACKENDS.find((backend) => backend === chosen) ?? null)
        }}
      >
        <option value="">{strings.status.auto}</option>
        {BACKENDS.map((backend) => (
          <option key={backend} value={backend}>
            {BACKEND_NAMES[backend]}
          </option>
        ))}
      </select>
    </label>
  )
}

function waitingLine(phase: FigureState['phase'], { status }: PlayerStrings): string | null {
  if (phase === 'problem') return null
  return phase === 'warming' ? status.warming : status.idle
}

function backendLine(used: BackendId | 'plain', wanted: BackendId | null, { status }: PlayerStrings): string {
  if (used === 'plain') return status.plain
  if (wanted === null || wanted === used) return BACKEND_NAMES[used]
  return status.fellBack(BACKEND_NAMES[used], BACKEND_NAMES[wanted])
}
