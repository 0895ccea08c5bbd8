import { expect, test } from 'vitest'
import type { WidgetText } from '../../src/i18n/widgetStrings.ts'
import { placeLabel } from '../../src/player/parts/describe.ts'
import { paramSentences } from '../../src/player/parts/paramProblems.ts'
import { playerStrings } from '../../src/player/strings.ts'
import type { AnySpec } from '../../src/protocol/spec.ts'
import { parseValues } from '../../src/protocol/values.ts'
import sinkSpec from './fake/sink/spec.ts'
import sinkStrings from './fake/sink/strings.ts'

const spec = sinkSpec as unknown as AnySpec

/** What a reader is told of a link. */
function told(given: Readonly<Record<string, string>>, locale: 'en' | 'zh'): readonly string[] {
  const { problems } = parseValues(spec.params, given)
  const text = sinkStrings[locale] as unknown as WidgetText<AnySpec>
  return paramSentences(problems, spec.params, text, playerStrings[locale])
}

test('a link is told in the words of the controls', () => {
  const given = {
    rate: '1e9',
    seed: 'NaN',
    rule: 'lion',
    units: '',
    dots: '0.1,0.1,0;x',
    old: '1',
    older: '2',
  }
  expect(told(given, 'en')).toEqual([
    'Learning rate: “1e9” is out of range (0.001 to 10), so 10 is used.',
    'Seed: “NaN” could not be read, so 7 is used.',
    'Update rule: “lion” is not one of the choices; Plain is used.',
    'Units: no value is given, so 3 is used.',
    'Points: “0.1,0.1,0;x” could not be read, so 1 point is used.',
    'This figure has no setting called “old”, “older”. The link may come from another edition of the book.',
  ])
  expect(told(given, 'zh')).toEqual([
    '学习率：“1e9”超出范围（0.001 至 10），改用 10。',
    '随机种子：“NaN”无法读取，改用 7。',
    '更新规则：“lion”不在可选项之中，改用“普通”。',
    '单元数：没有给出值，改用 3。',
    '数据点：“0.1,0.1,0;x”无法读取，改用 1 个点。',
    '这幅图没有名为“old”、“older”的设置，已忽略。链接可能来自本书的另一版本。',
  ])
})

test('a link with a hundred unknown settings is told in one line', () => {
  const given = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`x${i}`, '1']))
  expect(told(given, 'en')).toEqual([
    'This figure has no setting called “x0”, “x1”, “x2”, “x3”, …. The link may come from another edition of the book.',
  ])
})

test('the place of a problem is told in words or not at all', () => {
  const { place: _, ...words } = sinkStrings.zh as unknown as WidgetText<AnySpec>
  expect(placeLabel(words, 'loss')).toBe('训练损失')
  expect(placeLabel(words, 'least[0]')).toBeUndefined()
  expect(placeLabel(words, 'toString')).toBeUndefined()
  expect(placeLabel({ ...words, place: (id) => (id === 'w' ? '权重' : id) }, 'w')).toBe('权重')
  expect(placeLabel({ ...words, place: (id) => id }, 'least[0]')).toBeUndefined()
})
