/** Everything in the repository that the book is made from, found by folder. */
import type { ChapterFacts } from '../../book/chapter.ts'
import type { WidgetCode } from '../../player/island.ts'

const chapterModules = import.meta.glob<ChapterFacts>('../../../chapters/*/chapter.ts', {
  eager: true,
  import: 'default',
})
const specs = import.meta.glob<WidgetCode['spec']>('../../widgets/*/spec.ts', {
  eager: true,
  import: 'default',
})
const views = import.meta.glob<WidgetCode['View']>('../../widgets/*/View.tsx', {
  eager: true,
  import: 'default',
})
const strings = import.meta.glob<WidgetCode['strings']>('../../widgets/*/strings.ts', {
  eager: true,
  import: 'default',
})

const folderOf = (path: string): string => path.split('/').at(-2) ?? ''

/** Slug → facts, in the order of the book. */
export const chapters: ReadonlyMap<string, ChapterFacts> = new Map(
  Object.entries(chapterModules)
    .map(([path, facts]) => [folderOf(path), facts] as const)
    .sort(([, a], [, b]) => a.order - b.order),
)

/** Widget name → its page side. A folder without a View or words is not yet a widget. */
export const widgets: ReadonlyMap<string, WidgetCode> = new Map(
  Object.entries(specs).flatMap(([path, spec]) => {
    const View = views[path.replace('spec.ts', 'View.tsx')]
    const words = strings[path.replace('spec.ts', 'strings.ts')]
    return View === undefined || words === undefined
      ? []
      : [[folderOf(path), { spec, View, strings: words }] as const]
  }),
)
