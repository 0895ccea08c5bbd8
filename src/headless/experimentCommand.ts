import type { Params, Values } from '../protocol/params.ts'
import type { AnySpec } from '../protocol/spec.ts'
import { formatValues, parseValues } from '../protocol/values.ts'
import { openEngine } from './engine.ts'
import { allSpecs, experimentNames, loadExperiment } from './found.ts'
import { readGiven } from './givenFiles.ts'
import { parseExperimentOptions, type ExperimentOptions } from './options.ts'
import { describeWidget, metricsTable, rangeOf, table } from './print.ts'
import { runTrial, type TrialMember } from './trial.ts'
import { fullName, UsageError, unknown } from './usage.ts'

const HELP = `npm run experiment -- <widget> [--set key=value]… [--data key=file,file]… [--preset name] [--steps n] [--backend cpu|wasm] [--json]
npm run experiment -- --list [--json]

Runs a widget's experiment in plain Node: its parameters, metrics over time, time per step, tensors alive.
Values are written as in a link, and a name may be its last word (rate for learningRate) where that is plain; --list names
the widgets with their parameters. --data gives files to a parameter that takes some, as a reader drops them on the figure:
images and labels of the MNIST family for digits-lab, for instance. --json prints nothing but JSON; npm itself prints a line above it unless it is called as
npm run --silent experiment -- <widget> --json
Exit codes: 0 done, 1 the run broke or left tensors behind, 2 the request could not be understood.`

/** Values that the command line asks for. Throws a UsageError on anything unknown or out of range. */
export function valuesFor(spec: AnySpec, options: Pick<ExperimentOptions, 'set' | 'preset'>): Values<Params> {
  const presets = spec.presets ?? {}
  if (options.preset !== undefined && !Object.hasOwn(presets, options.preset))
    throw unknown('preset', options.preset, Object.keys(presets))
  const base = options.preset === undefined ? {} : (presets[options.preset] ?? {})
  const { values, problems } = parseValues(spec.params, options.set, base)
  const [problem] = problems
  if (problem === undefined) return values
  if (problem.code === 'unknown-key') throw unknown('parameter', problem.key, Object.keys(spec.params))
  const param = spec.params[problem.key]
  throw new UsageError(
    `Parameter ${problem.key} can't be "${problem.given}" (${problem.code}). It takes ${param ? rangeOf(param) : ''}.`,
  )
}

/** The set values under their full names; `say` hears which name was completed. */
export function inFull(
  spec: AnySpec,
  set: Readonly<Record<string, string>>,
  say: (text: string) => void,
): Readonly<Record<string, string>> {
  const known = Object.entries(spec.params).flatMap(([key, { aliases }]) => [key, ...(aliases ?? [])])
  const named = Object.entries(set).map(([name, text]) => {
    const full = known.includes(name) ? name : fullName(name, Object.keys(spec.params))
    if (full === undefined || full === name) return [name, text] as const
    say(`${name} is read as ${full}.`)
    return [full, text] as const
  })
  return Object.fromEntries(named)
}

/** Runs `npm run experiment`; answers the exit code. Throws UsageErrors. */
export async function experimentCommand(
  argv: readonly string[],
  root: string,
  print: (text: string) => void,
): Promise<number> {
  const options = parseExperimentOptions(argv)
  if (options.help || (options.widget === undefined && !options.list)) {
    print(HELP)
    return options.help ? 0 : 2
  }
  if (options.list) {
    print(options.json ? JSON.stringify(listed(), null, 2) : described())
    return 0
  }
  return runWidget(options.widget ?? '', options, root, print)
}

const described = (): string =>
  [...allSpecs].map(([name, spec]) => describeWidget(name, spec, experimentNames.includes(name))).join('\n\n')

function listed() {
  return [...allSpecs].map(([name, spec]) => ({
    name,
    model: experimentNames.includes(name),
    workload: spec.run?.workload ?? null,
    presets: Object.keys(spec.presets ?? {}),
    params: Object.entries(spec.params).map(([key, param]) => ({
      key,
      kind: param.kind,
      default: param.default,
      range: rangeOf(param),
      live: param.live === true,
      look: param.look === true,
    })),
  }))
}

async function runWidget(
  widget: string,
  options: ExperimentOptions,
  root: string,
  print: (text: string) => void,
): Promise<number> {
  const experiment = await loadExperiment(widget)
  const { spec } = experiment
  const warn = (text: string): void => void process.stderr.write(`${text}\n`)
  const given = readGiven(spec, options.data)
  const values = valuesFor(spec, { ...options, set: { ...inFull(spec, options.set, warn), ...given.set } })
  const steps = options.steps ?? spec.run?.endStep(values) ?? 0
  const backend = options.backend ?? 'cpu'
  const plain = spec.run?.workload === 'plain'
  if (plain && options.backend !== undefined)
    warn(`${widget} computes with plain numbers: --backend ${backend} changes nothing.`)
  const countTensors = plain ? () => 0 : (await openEngine(backend, root)).countTensors
  const before = countTensors()
  let alive = 0
  const whenDone = (): void => void (alive = countTensors() - before)
  const members = await runTrial(experiment, values, steps, backend, whenDone, given.data)
  const left = countTensors() - before
  const tensors = { alive, afterDispose: left }
  const engine = plain ? 'plain' : backend
  if (options.json) {
    const told = members.map(({ frame: _frame, watch, ...member }) => ({
      ...member,
      msPerStep: perStep(watch),
    }))
    const result = { widget, backend: engine, values, steps, members: told, tensors }
    print(JSON.stringify(result, (_, value: unknown) => nonFiniteAsText(value), 2))
  } else {
    print(`${widget} on ${engine}, ${steps} steps`)
    print(table(changedOrDefault(spec, values), '  '))
    for (const member of members) printMember(member, members.length > 1, print)
    print(`tensors: ${alive} alive at the end, ${left} after dispose`)
  }
  return left === 0 && members.every(({ problem }) => problem === undefined) ? 0 : 1
}

const perStep = ({ milliseconds, steps }: TrialMember['watch']): number | null =>
  steps === 0 ? null : milliseconds / steps

/** JSON knows no NaN and no infinity. */
const nonFiniteAsText = (value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value

function changedOrDefault(spec: AnySpec, values: Values<Params>): string[][] {
  const changed = formatValues(spec.params, values)
  return Object.entries(spec.params).map(([key, param]) => [
    key,
    param.write(values[key] as never),
    key in changed ? '' : '(default)',
  ])
}

function printMember(member: TrialMember, several: boolean, print: (text: string) => void): void {
  print('')
  if (several) print(`run "${member.id}"`)
  print(metricsTable(member.history))
  const each = perStep(member.watch)
  if (each !== null) print(`  ${each.toPrecision(3)} ms per step`)
  if (member.problem) {
    const { code, step, place, cause, detail } = member.problem
    print(
      `  stopped at step ${step ?? member.step}: ${[code, place, cause, detail].filter(Boolean).join(', ')}`,
    )
  }
}
