import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  colorAt,
  colorScale,
  contrast,
  FIELD,
  fieldTone,
  paletteTokens,
  type PaletteToken,
  type Rgb,
  type Theme,
} from '../../src/charts/palette.ts'

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8')

/** Custom properties of the first block with this selector. */
function readBlock(selector: string): Map<string, string> {
  const start = css.indexOf(selector)
  expect(start, selector).toBeGreaterThanOrEqual(0)
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1], match[2].trim()]))
}

const light = readBlock(':root {')
const dark = readBlock(":root[data-theme='dark']")
const system = readBlock(':root:not([data-theme])')
const blocks = { light, dark }

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

test('the two ways to the dark theme say the same', () => {
  expect(Object.fromEntries(system)).toEqual(Object.fromEntries(dark))
})

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const token = (name: string) => rgb(blocks[theme].get(name) ?? '')

  test('pixels have the colours of the tokens', () => {
    for (const name of Object.keys(paletteTokens[theme]) as PaletteToken[]) {
      expect(`${name} ${paletteTokens[theme][name]}`).toBe(`${name} ${blocks[theme].get(name)}`)
    }
    expect(FIELD[theme]).toBe(Number(blocks[theme].get('field')))
  })

  test.each(['ink', 'ink-2', 'ink-3', 'live', 'warn', 'neg', 'pos'])(
    '%s can be read on every surface',
    (text) => {
      for (const surface of ['paper', 'plate', 'sunk']) {
        expect(contrast(token(text), token(surface)), surface).toBeGreaterThanOrEqual(4.5)
      }
    },
  )

  test('words on the accent can be read, edges of controls be seen', () => {
    expect(contrast(token('on-live'), token('live'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token('ink'), token('live-wash'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token('rule-2'), token('paper'))).toBeGreaterThanOrEqual(3)
  })

  test('marks stand out from the deepest field of their own class', () => {
    for (const [sign, mark] of [
      [-1, 'class-a'],
      [1, 'class-b'],
    ] as const) {
      const deepest = colorAt(colorScale(theme, 'diverging'), sign * FIELD[theme])
      // A mark also has a rim in the colour of the plate.
      expect(contrast(deepest, token(mark))).toBeGreaterThanOrEqual(1.4)
      expect(contrast(deepest, token('plate'))).toBeGreaterThanOrEqual(1.8)
    }
  })

  test('orange stays orange at every tone of a field, not brown', () => {
    for (const logit of [1, 3, 8, 20]) {
      const [red, green, blue] = colorAt(colorScale(theme, 'diverging'), fieldTone(logit) * FIELD[theme])
      // Brown is dark orange with little chroma: relative to its own brightness the field must stay vivid.
      expect(red).toBeGreaterThan(green)
      expect(green).toBeGreaterThanOrEqual(blue)
      if (theme === 'dark' && logit >= 8) expect((red - blue) / red).toBeGreaterThan(0.6)
    }
  })
})

test('a field never goes flat: stronger logits keep a visibly deeper tone', () => {
  const theme: Theme = 'light'
  const tone = (logit: number) => colorAt(colorScale(theme, 'diverging'), fieldTone(logit) * FIELD[theme])
  const distance = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
  for (const [weak, strong] of [
    [0.5, 1],
    [1, 2],
    [2, 4],
    [4, 8],
    [8, 20],
  ] as const) {
    expect(distance(tone(weak), tone(strong))).toBeGreaterThan(10)
    expect(distance(tone(-weak), tone(-strong))).toBeGreaterThan(10)
  }
  expect(fieldTone(Infinity)).toBe(1)
  expect(fieldTone(Number.NaN)).toBe(0)
})

test('zero is the plate', () => {
  for (const theme of ['light', 'dark'] as const) {
    const [zero, plate] = [colorAt(colorScale(theme, 'diverging'), 0), rgb(paletteTokens[theme].plate)]
    for (const channel of [0, 1, 2]) expect(Math.abs(zero[channel] - plate[channel])).toBeLessThanOrEqual(1)
  }
})
