import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { FigureIslandInput, WidgetCode } from '../../src/player/island.ts'
import { Figure } from '../../src/player/Figure.tsx'
import { problemStrings } from '../../src/player/problemStrings.ts'
import type { OpenSession } from '../../src/player/run/port.ts'
import { playerStrings } from '../../src/player/strings.ts'
import { parseRecorded, formatRecorded } from '../../src/protocol/recorded.ts'
import spec from './fake/sink/spec.ts'
import strings from './fake/sink/strings.ts'
import View from './fake/sink/View.tsx'

const code = { spec, View, strings } as unknown as WidgetCode
const recorded = parseRecorded(
  formatRecorded({
    widget: 'sink',
    values: {},
    step: 30,
    members: [
      {
        id: 'run',
        frame: { w: 1.25, path: Float64Array.of(4, 3, 2, 1.25) },
        history: { steps: [0, 30], metrics: { loss: [16, 1.5625], test: [19, 2] } },
      },
    ],
  }),
)
const props: FigureIslandInput = {
  slug: 'test',
  figure: 'kitchen',
  widget: 'sink',
  values: { units: 5 },
  number: '5.1',
  title: 'A title',
  captionHtml: '<b>What to see.</b> How to read it.',
  locale: 'en',
  recorded: JSON.parse(formatRecorded(recorded)) as unknown,
  previous: null,
  next: 'other',
  base: './',
  code,
}
const never: OpenSession = () => {
  throw new Error('nothing may be opened while rendering')
}
const render = (more: Partial<FigureIslandInput> = {}): string =>
  renderToString(<Figure {...props} {...more} openSession={never} />, { identifierPrefix: 'kitchen-' })

describe('a figure on the server', () => {
  test('is the same each time, and needs no window', () => {
    expect(typeof window).toBe('undefined')
    expect(render()).toBe(render())
  })

  test('publishes what the page follows', () => {
    const html = render()
    expect(html).toContain('data-figure="kitchen"')
    expect(html).toContain('data-status="idle"')
    expect(html).toContain('data-step="0"')
    expect(html).toContain('id="fig-kitchen"')
  })

  test('shows the recorded frame, says so, and keeps the figure’s own values', () => {
    const html = render()
    expect(html).toContain('Recorded at step 30')
    expect(html).toContain('>1.563<')
    expect(html).toMatch(/aria-valuenow="30"/)
    expect(render({ recorded: null })).not.toContain('Recorded at')
  })

  test('draws a picture for each kind of column; one that wakes draws the one it was', () => {
    const drawn = (html: string): string[] => [...html.matchAll(/data-drawn="(\w+)"/g)].map((m) => m[1] ?? '')
    const width = (html: string): number => Number(/class="plot[^>]*width:(\d+)px/.exec(html)?.[1])
    expect(drawn(render())).toEqual(['wide', 'narrow'])
    expect(drawn(render({ drawn: 'narrow' }))).toEqual(['narrow'])
    expect([width(render({ drawn: 'wide' })), width(render({ drawn: 'narrow' }))]).toEqual([624, 350])
  })

  test('has the parts in the order of the art direction', () => {
    const html = render()
    const order = [
      'fig-head',
      'fig-stage',
      'fig-controls',
      'fig-transport',
      'class="fold"',
      '<figcaption',
      'fig-status',
    ]
    const places = order.map((part) => html.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test.each(['en', 'zh'] as const)('one button begins with play, and only one (%s)', (locale) => {
    const html = render({ locale })
    const names = [...html.matchAll(/<(button|summary)\b[^>]*>(.*?)<\/\1>/gs)].map(
      ([tag, , inside]) =>
        /aria-label="([^"]*)"/.exec(tag.slice(0, tag.indexOf('>')))?.[1] ??
        inside?.replace(/<[^>]*>/g, '') ??
        '',
    )
    expect(names.length).toBeGreaterThan(8)
    const starting = names.filter((name) => /^(Play|Run|Train|Start|播放|运行|训练|开始)/i.test(name.trim()))
    expect(starting).toEqual([locale === 'zh' ? '播放' : 'Play'])
  })

  test('no word of English on a Chinese page but names and symbols', () => {
    const html = render({ locale: 'zh', title: '标题', captionHtml: '<b>看什么。</b>' })
    const words = html
      .replace(/<[^>]*>/g, ' ')
      .replace(/&[a-z#\d]+;/g, ' ')
      .match(/[A-Za-z]{3,}/g)
    const allowed = ['WebGPU', 'WebGL', 'WebAssembly', 'CPU', 'Adam', 'relu', 'tanh', 'hello']
    expect([...new Set(words)].filter((word) => !allowed.includes(word))).toEqual([])
  })

  test('a figure without a run has no time, no seed, no device', () => {
    const still = { ...code, spec: { ...code.spec, run: undefined } } as unknown as WidgetCode
    const html = render({ code: still, recorded: null })
    expect(html).toContain('data-status="still"')
    for (const part of ['fig-transport', 'tr-scrub', 'fig-state', 'aria-label="Play'])
      expect(html).not.toContain(part)
  })

  test('hidden parameters have no control, dependent ones wait', () => {
    const html = render()
    expect(html).not.toContain('data-param="secret"')
    expect(html).not.toContain('data-param="beta"')
    expect(render({ values: { rule: 'momentum' } })).toContain('data-param="beta"')
  })
})

test('both languages say every problem, in their own words', () => {
  const { en, zh } = problemStrings
  expect(Object.keys(zh.causes)).toEqual(Object.keys(en.causes))
  for (const [code, { title, help }] of Object.entries(zh.problems)) {
    expect(`${title('41')}${help}`, code).toMatch(/[\u4e00-\u9fff]/)
  }
  expect(en.problems['non-finite'].title('41')).toBe('Diverged at step 41.')
})

test('the two dictionaries have the same keys and no English left in Chinese', () => {
  const walk = (en: unknown, zh: unknown, path: string): void => {
    expect(typeof zh, path).toBe(typeof en)
    if (typeof en === 'object' && en !== null) {
      expect(Object.keys(zh as object).sort(), path).toEqual(Object.keys(en).sort())
      for (const key of Object.keys(en))
        walk((en as Record<string, unknown>)[key], (zh as Record<string, unknown>)[key], `${path}.${key}`)
    }
    if (typeof zh === 'string') expect(zh, path).toMatch(/[\u4e00-\u9fff]/)
  }
  walk(playerStrings.en, playerStrings.zh, 'strings')
})
