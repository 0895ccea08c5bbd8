import { openEngine } from '../engine.ts'
import { STROKES_RECIPE } from '../../math/strokes/recipe.ts'
import { backendOf, readOptions, TEXT, wholeNumber } from './commandLine.ts'
import { PAIR_OPTIONS, readPairs } from './files.ts'
import { trainAugmented } from './trainAugmented.ts'

const OPTIONS = {
  ...PAIR_OPTIONS,
  seed: TEXT,
  'training-images': TEXT,
  backend: TEXT,
  json: { type: 'boolean' },
} as const

/** `evaluate augmented`: trains on a pair of IDX files, each image changed anew whenever it is shown. */
export async function augmentedCommand(
  argv: readonly string[],
  root: string,
  print: (text: string) => void,
): Promise<number> {
  const options = readOptions(argv, OPTIONS)
  const backend = backendOf(options.backend)
  const seed = wholeNumber('seed', options.seed ?? '1', 0)
  const shown = wholeNumber(
    'training-images',
    options['training-images'] ?? String(STROKES_RECIPE.images),
    32,
  )
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
