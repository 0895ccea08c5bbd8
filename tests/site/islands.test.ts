import { expect, it } from 'vitest'
import type { FigureIslandProps, SleepingFigure, WidgetCode } from '../../src/player/island.ts'
import { renderIsland } from '../../src/site/server/islands.tsx'
import { putInPage } from '../../src/site/server/files.ts'
import spec from '../../src/widgets/spirals/spec.ts'
import strings from '../../src/widgets/spirals/strings.ts'
import View from '../../src/widgets/spirals/View.tsx'
import { readRecorded } from '../../src/site/server/book.ts'

const code = { spec, strings, View } as unknown as WidgetCode
const recorded = readRecorded('.', 'home', 'spirals')
const props: FigureIslandProps = {
  slug: 'home',
  figure: 'spirals',
  widget: 'spirals',
  values: {},
  number: '',
  title: 'Two spirals',
  captionHtml: '<b>What to see.</b>',
  locale: 'en',
  recorded,
  previous: null,
  next: null,
  base: '../../',
}

/** The page's part of an island, what it leaves for waking, and the files beside it. */
function render(more: Partial<FigureIslandProps> = {}) {
  const files = new Map<string, Uint8Array | string>()
  const html = renderIsland({ ...props, ...more }, code, (name, extension, content) => {
    const path = `assets/${name}-${files.size}.${extension}`
    files.set(path, content)
    return path
  })
  const json = /<script type="application\/json">(.*)<\/script>/s.exec(html)?.[1] ?? ''
  return { html, sleeping: JSON.parse(json) as SleepingFigure, files }
}

it('keeps the recorded frame and the pixels out of the page, in files found from where the page stands', () => {
  const { html, sleeping, files } = render()
  expect(html).not.toContain('base64')
  expect(sleeping.recorded).toMatch(/^\.\.\/\.\.\/assets\/home-spirals-\d+\.json$/)
  expect(JSON.parse(String(files.get((sleeping.recorded ?? '').slice(6))))).toEqual(recorded)
  const images = [...html.matchAll(/<img class="(?:light|dark)" alt="" loading="lazy" src="([^"]+)">/g)]
  expect(images.length).toBeGreaterThan(2)
  for (const [, address = ''] of images) expect(files.has(address.slice(6)), address).toBe(true)
})

it('names no frame where none is recorded', () => {
  expect(render({ recorded: null }).sleeping.recorded).toBeNull()
})

it('in development carries everything in the page', () => {
  const html = renderIsland(props, code, putInPage)
  expect(html).toMatch(/"recorded":"data:application\/json;base64,/)
  expect(html).toContain('src="data:image/png;base64,')
})
