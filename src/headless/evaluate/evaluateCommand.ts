import { parseArgs } from 'node:util'
import { openEngine } from '../engine.ts'
import { UsageError, unknown } from '../usage.ts'
import { readPair } from './files.ts'
import { references, type Reference } from './references.ts'
import { trainReference, type Trained } from './train.ts'

const HELP = `npm run evaluate -- reference --train-images F --train-labels F --test-images F --test-labels F [--only id] [--seeds 5] [--backend wasm|cpu] [--json]

Trains the reference networks (${references.map(({ id }) => id).join(', ')}) on one pair of IDX files, plain or gzipped, and asks
them about another, for seeds 1, 2 … Prints each mean beside the reference's. --json prints nothing but JSON; npm itself prints a line
above it unless it is called as npm run --silent evaluate -- …
Exit codes: 0 done, 2 the request could not be understood.`

const TEXT = { type: 'string' } as const
const OPTIONS = {
  'train-images': TEXT,
  'train-labels': TEXT,
  'test-images': TEXT,
  'test-labels': TEXT,
  only: TEXT,
  seeds: TEXT,
  backend: TEXT,
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** Runs `npm run evaluate`; answers the exit code. Throws UsageErrors. */
export async function evaluateCommand(
  argv: readonly string[],
  root: string,
  print: (text: string) => void,
): Promise<number> {
  const [what, ...rest] = argv
  if (what === undefined || what === '--help') {
    print(HELP)
    return what === undefined ? 2 : 0
  }
  if (what !== 'reference') throw unknown('evaluation', what, ['reference'])
  const options = readOptions(rest)
  if (options.help) {
    print(HELP)
    return 0
  }
  const backend = options.backend ?? 'wasm'
  if (backend !== 'cpu' && backend !== 'wasm') throw unknown('backend', backend, ['cpu', 'wasm'])
  const seeds = Number(options.seeds ?? 5)
  if (!Number.isInteger(seeds) || seeds < 1)
    throw new UsageError(`--seeds takes a whole number from 1 on, not "${options.seeds ?? ''}".`)
  const chosen = options.only === undefined ? references : references.filter(({ id }) => id === options.only)
  if (chosen.length === 0)
    throw unknown(
      'reference',
      options.only ?? '',
      references.map(({ id }) => id),
    )
  const train = await readPair(fileOf(options, 'train-images'), fileOf(options, 'train-labels'))
  const test = await readPair(fileOf(options, 'test-images'), fileOf(options, 'test-labels'))
  await openEngine(backend, root)
  const results = []
  for (const reference of chosen) {
    const runs: Trained[] = []
    for (let seed = 1; seed <= seeds; seed++) runs.push(await trainReference(reference, train, test, seed))
    const result = summarise(reference, runs)
    if (!options.json)
      print(
        `${result.id}: ${percent(result.mean)} ± ${percent(result.sd)} over ${seeds} seeds; reference ${percent(result.reference.mean)} ± ${percent(result.reference.sd)}; ${result.secondsPerRun.toFixed(1)} s each`,
      )
    results.push(result)
  }
  if (options.json) print(JSON.stringify({ backend, results }, null, 2))
  return 0
}

type Options = ReturnType<typeof readOptions>

function readOptions(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: false }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function fileOf(options: Options, name: 'train-images' | 'train-labels' | 'test-images' | 'test-labels') {
  const path = options[name]
  if (path === undefined) throw new UsageError(`--${name} is missing: an IDX file, plain or gzipped.`)
  return path
}

function summarise({ id, accuracy: reference }: Reference, runs: readonly Trained[]) {
  const accuracies = runs.map(({ accuracy }) => accuracy)
  const mean = average(accuracies)
  const spread = accuracies.map((accuracy) => (accuracy - mean) ** 2)
  return {
    id,
    mean,
    /** Of the sample, as the reference's. */
    sd: runs.length < 2 ? 0 : Math.sqrt(spread.reduce((a, b) => a + b, 0) / (runs.length - 1)),
    reference,
    standardDeviationsFromReference: (mean - reference.mean) / reference.sd,
    secondsPerRun: average(runs.map(({ seconds }) => seconds)),
    runs: runs.map(({ seed, accuracy, loss, seconds }) => ({ seed, accuracy, loss, seconds })),
  }
}

const average = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length
const percent = (share: number): string => `${(100 * share).toFixed(2)} %`
