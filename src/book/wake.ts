/** The one door to React: hydrates a figure with its widget's code. */
import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { widgets } from 'virtual:widgets'
import FigureIsland from '../player/FigureIsland.tsx'
import type { FigureIslandInput, SleepingFigure, WidgetCode } from '../player/island.ts'

/** Widget name → loader of its one chunk. */
const loaders = widgets as Readonly<Record<string, (() => Promise<WidgetCode>) | undefined>>

/** Hydrates the island in `element` from the JSON beside it and the recorded frame that this names. */
export async function hydrate(element: HTMLElement): Promise<void> {
  const root = element.querySelector<HTMLElement>('[data-island-root]')
  const json = element.querySelector('script[type="application/json"]')
  if (root === null || json === null) return
  const props = JSON.parse(json.textContent) as SleepingFigure
  const load = loaders[props.widget]
  if (load === undefined) return
  const [code, recorded] = await Promise.all([load(), loadRecorded(props.recorded)])
  const input: FigureIslandInput = { ...props, recorded, code, drawn: keepShownPicture(root) }
  hydrateRoot(root, createElement(FigureIsland, input), { identifierPrefix: `${props.figure}-` })
}

async function loadRecorded(address: string | null): Promise<unknown> {
  if (address === null) return null
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}

/** Of the prerendered pictures the page shows the one that fits; the other goes before React looks. */
function keepShownPicture(root: HTMLElement): 'wide' | 'narrow' {
  const pictures = [...root.querySelectorAll<HTMLElement>('[data-drawn]')]
  const shown = pictures.find((picture) => getComputedStyle(picture).display !== 'none')
  for (const picture of pictures) if (picture !== shown) picture.remove()
  return shown?.dataset['drawn'] === 'narrow' ? 'narrow' : 'wide'
}
