import type { ChapterFacts, FigureFacts } from '../book/chapter.ts'
import { homeFigure } from '../book/homeFigure.ts'
import type { Experiment } from '../core/run/experiment.ts'
import type { AnySpec } from '../protocol/spec.ts'
import { UsageError, unknown } from './usage.ts'

const specs = import.meta.glob<AnySpec>('../widgets/*/spec.ts', { eager: true, import: 'default' })
const experiments = import.meta.glob<Experiment<AnySpec>>('../widgets/*/experiment.ts', { import: 'default' })
const playground = import.meta.glob<FigureFacts & { readonly id: string }>('../book/playgroundFigure.ts', {
  eager: true,
  import: 'playgroundFigure',
})
const chapters = import.meta.glob<ChapterFacts>('../../chapters/*/chapter.ts', {
  eager: true,
  import: 'default',
})

const folderOf = (path: string): string => path.split('/').at(-2) ?? ''

/** Every widget's declaration, by name. */
export const allSpecs: ReadonlyMap<string, AnySpec> = new Map(
  Object.entries(specs).map(([path, spec]) => [folderOf(path), spec]),
)

/** The widgets that compute a model. */
export const experimentNames: readonly string[] = Object.keys(experiments).map(folderOf)

/** Loads an experiment. Throws a UsageError for a widget that there is not or that computes no model. */
export async function loadExperiment(widget: string): Promise<Experiment<AnySpec>> {
  const load = experiments[`../widgets/${widget}/experiment.ts`]
  if (load !== undefined) return load()
  if (allSpecs.has(widget))
    throw new UsageError(
      `Widget "${widget}" computes no model. Those that do: ${experimentNames.join(', ')}.`,
    )
  const figure = allFigures.find(({ slug, id }) => widget === id || widget === `${slug}/${id}`)
  if (figure !== undefined)
    throw new UsageError(
      `"${widget}" is a figure of ${figure.slug}, not a widget. Its widget is ${figure.facts.widget}.`,
    )
  throw unknown('widget', widget, experimentNames)
}

/** A figure in its chapter. */
export interface FoundFigure {
  readonly slug: string
  readonly id: string
  readonly facts: FigureFacts
}

/** All figures of the book, first those on pages of their own. */
export const allFigures: readonly FoundFigure[] = [
  { slug: 'home', id: homeFigure.id, facts: homeFigure },
  ...Object.values(playground).map((facts) => ({ slug: 'playground', id: facts.id, facts })),
  ...Object.entries(chapters).flatMap(([path, chapter]) =>
    Object.entries(chapter.figures ?? {}).map(([id, facts]) => ({ slug: folderOf(path), id, facts })),
  ),
]
