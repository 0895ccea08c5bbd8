import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { formatRecorded } from '../protocol/recorded.ts'
import { openEngine } from './engine.ts'
import { allFigures, allSpecs, experimentNames, loadExperiment, type FoundFigure } from './found.ts'
import { recordFigure, recordingBackend } from './recordFigure.ts'
import { UsageError, unknown } from './usage.ts'

const HELP = `npm run record [-- <chapter>[/<figure>]…]

Makes the recorded frame of each figure, chapters/<chapter>/frames/<figure>.json, at the step that chapter.ts names.
Files that would not change are left alone. Exit codes: 0 done, 1 a figure failed, 2 the request could not be understood.`

const nameOf = ({ slug, id }: FoundFigure): string => `${slug}/${id}`
/** Where a figure's recorded frame lies, from the project's root. */
export const framePath = ({ slug, id }: FoundFigure): string => `chapters/${slug}/frames/${id}.json`

/** The figures that compute a model, or those of them that are asked for. */
function chosen(asked: readonly string[]): readonly FoundFigure[] {
  const figures = allFigures.filter(({ facts }) => experimentNames.includes(facts.widget))
  if (asked.length === 0) return figures
  return asked.flatMap((name) => {
    const found = figures.filter((figure) => figure.slug === name || nameOf(figure) === name)
    if (found.length > 0) return found
    const still = allFigures.find((figure) => nameOf(figure) === name)
    if (still) throw new UsageError(`Figure ${name} computes no model: its picture is drawn from its values.`)
    throw unknown('figure', name, [...new Set(figures.flatMap((f) => [f.slug, nameOf(f)]))])
  })
}

/** Runs `npm run record`; answers the exit code. Throws UsageErrors. */
export async function recordCommand(
  argv: readonly string[],
  root: string,
  print: (text: string) => void,
): Promise<number> {
  if (argv.includes('--help')) {
    print(HELP)
    return 0
  }
  const option = argv.find((argument) => argument.startsWith('-'))
  if (option !== undefined) throw unknown('option', option, ['--help'])
  const figures = chosen(argv)
  const missing = allFigures.filter(({ facts }) => !allSpecs.has(facts.widget))
  for (const figure of missing) print(`${nameOf(figure)}: there is no widget "${figure.facts.widget}"`)
  let failed = missing.length
  for (const backend of ['cpu', 'wasm'] as const) {
    const own = figures.filter(({ facts }) => {
      const spec = allSpecs.get(facts.widget)
      return spec && recordingBackend(spec) === backend
    })
    if (own.length === 0) continue
    const engine = await openEngine(backend, root)
    for (const figure of own) {
      try {
        const text = formatRecorded(
          await recordFigure(await loadExperiment(figure.facts.widget), figure.facts),
        )
        print(`${nameOf(figure)}: ${writeIfChanged(join(root, framePath(figure)), text)}`)
      } catch (error) {
        failed++
        print(`${nameOf(figure)}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    engine.close()
  }
  return failed === 0 ? 0 : 1
}

function writeIfChanged(path: string, text: string): string {
  let present: string | undefined
  try {
    present = readFileSync(path, 'utf8')
  } catch {
    present = undefined
  }
  if (present === text) return 'unchanged'
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return `${present === undefined ? 'recorded' : 'recorded anew'}, ${(text.length / 1024).toFixed(1)} kB`
}
