import type { Experiment } from '../core/run/experiment.ts'
import type { FigureFacts } from '../book/chapter.ts'
import type { Recorded } from '../protocol/recorded.ts'
import type { AnySpec } from '../protocol/spec.ts'
import { formatValues, parseValues } from '../protocol/values.ts'
import { runTrial } from './trial.ts'

export type RecordingBackend = 'cpu' | 'wasm'

/**
 * Where a figure is recorded: `cpu`, or for networks of images `wasm`, which is fifty times as fast at them, and where most
 * readers will see them train. Both give the same numbers on every machine.
 */
export const recordingBackend = ({ run }: AnySpec): RecordingBackend =>
  run?.workload === 'conv' ? 'wasm' : 'cpu'

/** Runs a figure to the step its chapter names, on its `recordingBackend` (which must be open unless the experiment is plain). */
export async function recordFigure(experiment: Experiment<AnySpec>, facts: FigureFacts): Promise<Recorded> {
  const { spec } = experiment
  const { values, problems } = parseValues(spec.params, facts.values)
  if (problems.length > 0)
    throw new Error(problems.map(({ key, code, given }) => `${key}: ${code} (${given})`).join('; '))
  const step = facts.step ?? 0
  const members = await runTrial(experiment, values, step, recordingBackend(spec))
  for (const { id, problem } of members)
    if (problem) throw new Error(`run "${id}" stopped at step ${problem.step ?? 0}: ${problem.code}`)
  return {
    widget: facts.widget,
    values: formatValues(spec.params, values),
    step,
    members: members.map(({ id, frame, history }) => ({ id, frame, history })),
  }
}
