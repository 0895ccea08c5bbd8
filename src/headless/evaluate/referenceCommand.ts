import { mean, standardDeviation } from '../../math/statistics.ts'
import { openEngine } from '../engine.ts'
import { unknown } from '../usage.ts'
import { backendOf, COMMON_OPTIONS, readOptions, TEXT, wholeNumber } from './commandLine.ts'
import { PAIR_OPTIONS, readPairs } from './files.ts'
import { references, type Reference } from './references.ts'
import { trainReference, type Trained } from './trainReference.ts'

const OPTIONS = { ...PAIR_OPTIONS, ...COMMON_OPTIONS, only: TEXT, seeds: TEXT } as const

/** `evaluate reference`: trains the reference networks on files of the reader's, and sets them beside the reference. */
export async function referenceCommand(
  argv: readonly string[],
  root: string,
  print: (text: string) => void,
): Promise<number> {
  const options = readOptions(argv, OPTIONS)
  const backend = backendOf(options.backend)
  const seeds = wholeNumber('seeds', options.seeds ?? '5', 1)
  const chosen = references.filter(({ id }) => options.only === undefined || id === options.only)
  if (chosen.length === 0) {
    const known = references.map(({ id }) => id)
    throw unknown('reference', options.only ?? '', known)
  }
  const { train, test } = await readPairs(options)
  await openEngine(backend, root)
  const results = []
  for (const reference of chosen) {
    const runs: Trained[] = []
    for (let seed = 1; seed <= seeds; seed++) runs.push(await trainReference(reference, train, test, seed))
    const result = summarise(reference, runs)
    results.push(result)
    if (options.json !== true) print(told(result))
  }
  if (options.json === true) print(JSON.stringify({ backend, results }, null, 2))
  return 0
}

function summarise({ id, accuracy: reference }: Reference, runs: readonly Trained[]) {
  const accuracies = runs.map(({ accuracy }) => accuracy)
  const average = mean(accuracies)
  return {
    id,
    mean: average,
    sd: runs.length < 2 ? 0 : standardDeviation(accuracies, true),
    reference,
    standardDeviationsFromReference: (average - reference.mean) / reference.sd,
    secondsPerRun: mean(runs.map(({ seconds }) => seconds)),
    runs: runs.map(({ seed, accuracy, loss, seconds }) => ({ seed, accuracy, loss, seconds })),
  }
}

function told({ id, mean, sd, reference, secondsPerRun, runs }: ReturnType<typeof summarise>): string {
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`
  return `${id}: ${percent(mean)} ± ${percent(sd)} over ${runs.length} seeds; reference ${percent(reference.mean)} ± ${percent(reference.sd)}; ${secondsPerRun.toFixed(1)} s each`
}
