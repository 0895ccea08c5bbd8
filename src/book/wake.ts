/** The one door to React: hydrates a figure with its widget's code. */
import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { widgets } from 'virtual:widgets'
import FigureIsland from '../player/FigureIsland.tsx'
import type { FigureIslandProps, WidgetCode } from '../player/island.ts'

/** Widget name → loader of its one chunk. */
const loaders = widgets as Readonly<Record<string, (() => Promise<WidgetCode>) | undefined>>

/** Hydrates the island in `element` from the JSON beside it. */
export async function hydrate(element: HTMLElement): Promise<void> {
  const root = element.querySelector('[data-island-root]')
  const json = element.querySelector('script[type="application/json"]')
  if (root === null || json === null) return
  const props = JSON.parse(json.textContent) as FigureIslandProps
  const load = loaders[props.widget]
  if (load === undefined) return
  const code = await load()
  hydrateRoot(root, createElement(FigureIsland, { ...props, code }), {
    identifierPrefix: `${props.figure}-`,
  })
}
