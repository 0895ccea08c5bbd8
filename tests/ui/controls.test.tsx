import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Choice } from '../../src/ui/Choice.tsx'
import { IconButton } from '../../src/ui/IconButton.tsx'
import { LayerList } from '../../src/ui/LayerList.tsx'
import { MultiChoice } from '../../src/ui/MultiChoice.tsx'
import { NumberField } from '../../src/ui/NumberField.tsx'
import { SeedField } from '../../src/ui/SeedField.tsx'
import { Slider } from '../../src/ui/Slider.tsx'
import { uiStrings } from '../../src/ui/strings.ts'
import { TextField } from '../../src/ui/TextField.tsx'
import { Toggle } from '../../src/ui/Toggle.tsx'

const nothing = () => undefined
const few = ['plain', 'momentum', 'Adam'].map((id) => ({ id, label: id }))
const many = ['sigmoid', 'tanh', 'ReLU', 'GELU', 'SiLU'].map((id) => ({ id, label: id }))

describe('Slider', () => {
  const html = renderToString(
    <Slider
      label="Learning rate"
      symbol="η"
      locale="en"
      min={1e-4}
      max={0.1}
      scale="log"
      value={0.0016}
      default={0.001}
      onChange={nothing}
    />,
  )

  test('is a native range with a label and a spoken value', () => {
    expect(html).toMatch(/<input[^>]*type="range"[^>]*aria-valuetext="0.0016"/)
    const id = /<label for="([^"]+)">Learning rate/.exec(html)?.[1]
    expect(html).toContain(`<input id="${id}"`)
  })

  test('marks the default and labels the decades', () => {
    expect(html).toContain('class="dflt"')
    expect(html).toContain('--d:33.33')
    expect(html).toContain('10<sup>−4</sup>')
  })

  test('speaks its unit, and says what is disabled', () => {
    const off = renderToString(
      <Slider label="Time" unit="s" locale="en" min={0} max={10} value={5} onChange={nothing} disabled />,
    )
    expect(off).toContain('aria-valuetext="5.0 s"')
    expect(off).toMatch(/<input[^>]*disabled=""/)
    expect(off).toMatch(/role="spinbutton" tabindex="-1" aria-disabled="true"/i)
  })
})

test('a few short options are segments, many are a select', () => {
  const segments = renderToString(<Choice label="Rule" value="Adam" options={few} onChange={nothing} />)
  expect(segments).toContain('role="radiogroup"')
  expect(segments.match(/type="radio"/g)).toHaveLength(3)
  const list = renderToString(<Choice label="Activation" value="tanh" options={many} onChange={nothing} />)
  expect(list).toContain('<select')
  expect(list).not.toContain('radiogroup')
  const chinese = ['全批量梯度下降', '小批量梯度下降', '随机梯度下降法'].map((id) => ({ id, label: id }))
  expect(
    renderToString(<Choice label="批" value="全批量梯度下降" options={chinese} onChange={nothing} />),
  ).toContain('<select')
})

test('the last of several cannot be taken away, and there is a most', () => {
  const least = renderToString(
    <MultiChoice label="Functions" value={['tanh']} options={many} onChange={nothing} least={1} />,
  )
  expect(least).toMatch(/<label class="on"><input type="checkbox"[^>]*disabled=""/)
  const most = renderToString(
    <MultiChoice label="Functions" value={['tanh', 'ReLU']} options={many} onChange={nothing} most={2} />,
  )
  expect(most.match(/disabled=""/g)).toHaveLength(3)
})

test('a toggle is a switch, a number field has both its buttons named', () => {
  expect(renderToString(<Toggle label="Show" value onChange={nothing} />)).toMatch(
    /role="switch"[^>]*checked=""/,
  )
  const field = renderToString(
    <NumberField label="Batch" locale="zh" min={1} max={8} integer value={8} onChange={nothing} />,
  )
  expect(field).toContain('aria-label="减少Batch"')
  expect(field).toMatch(/disabled=""[^>]*aria-label="增加Batch"/)
})

test('layers can be changed, added and removed within limits', () => {
  const list = (layers: number, most: number) =>
    renderToString(
      <LayerList
        label="Layers"
        nameOf={(layer) => `Hidden ${layer}`}
        locale="en"
        value={Array.from({ length: layers }, () => ({ units: 16 }))}
        onChange={nothing}
        layers={{ min: 1, max: most }}
      />,
    )
  expect(list(2, 3)).toContain('Add a layer')
  expect(list(3, 3)).not.toContain('Add a layer')
  expect(list(2, 3)).toContain('aria-label="Remove Hidden 2"')
  expect(list(1, 3)).not.toContain('Remove')
  expect(list(1, 3)).toMatch(/disabled=""[^>]*aria-label="More: Hidden 1"/)
})

test('a problem is tied to its field', () => {
  const html = renderToString(
    <TextField label="Function" value="sin(" onChange={nothing} problem="A bracket is missing." code />,
  )
  const id = /aria-describedby="([^"]+)"/.exec(html)?.[1]
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain(`id="${id}" role="alert">A bracket`)
})

// The play button alone may begin with these words: tests and lecture pages find it by them.
const RESERVED = /^(play|run|train|start|播放|运行|训练|开始)/i

test.each(['en', 'zh'] as const)(
  'no word of the %s controls could be taken for the play button',
  (locale) => {
    const words = Object.values({ ...uiStrings[locale] }).map((entry) =>
      typeof entry === 'function' ? entry('x', 'y') : entry,
    )
    for (const word of words) expect(word).not.toMatch(RESERVED)
    expect(renderToString(<SeedField label="Seed" locale={locale} value={1} onChange={nothing} />)).toContain(
      `aria-label="${uiStrings[locale].newSeed}"`,
    )
  },
)

test('an icon button is named once', () => {
  expect(renderToString(<IconButton icon="close" label="Close" />)).toContain('aria-label="Close"')
  expect(renderToString(<IconButton icon="close" label="Close" labelled />)).not.toContain('aria-label')
})
