import { openEngine } from '../engine.ts'
import { backendOf, readOptions, readRun, RUN_OPTIONS } from './commandLine.ts'
import { PAIR_OPTIONS, readPairs } from './files.ts'
import { trainAugmented } from './trainAugmented.ts'

const OPTIONS = { ...PAIR_OPTIONS, ...RUN_OPTIONS } as const

/** `evaluate augmented`: trains on a pair of IDX files, each image changed anew whenever it is shown. */
export async function augmentedCommand(
  argv: readonly string[],
  root: string,
  print: (text: string) => void,
): Promise<number> {
  const options = readOptions(argv, OPTIONS)
  const backend = backendOf(options.backend)
  const { seed, shown } = readRun(options)
  const { train, test } = await readPairs(options)
  await openEngine(backend, root)
  const { accuracy, loss, seconds } = await trainAugmented(train, test, seed, shown)
  print(
    options.json === true
      ? JSON.stringify({ accuracy, loss, trainingSeconds: seconds, trainingImages: shown, seed, backend })
      : `${(100 * accuracy).toFixed(2)} % right, after ${seconds.toFixed(1)} s of training on ${train.labels.length} images shown ${shown} times in all`,
  )
  return 0
}
