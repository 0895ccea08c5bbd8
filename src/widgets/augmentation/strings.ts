import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import { getImageTransform } from '../../math/imageTransforms/index.ts'
import type { Locale } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { TRANSFORMS, type AugmentationFrame, type TransformId } from './spec.ts'

const names = (locale: Locale): Record<TransformId, string> =>
  Object.fromEntries(TRANSFORMS.map((id) => [id, getImageTransform(id).labels[locale]])) as Record<
    TransformId,
    string
  >

/** A share of the test or training digits, in percent. */
export const percent = (share: number | undefined): string =>
  share === undefined ? '—' : `${formatNumber(share * 100, { digits: 1, trim: true })}%`

const members = {
  en: { augmented: 'augmented', plain: 'as written' },
  zh: { augmented: '有增强', plain: '无增强' },
}
const nameMember =
  (locale: Locale) =>
  (id: string): string =>
    (members[locale] as Readonly<Record<string, string>>)[id] ?? id

const scores = (
  shown: readonly { readonly id: string; readonly frame: AugmentationFrame | null }[],
): readonly [string, string] => {
  const of = (id: string): string => percent(shown.find((member) => member.id === id)?.frame?.test)
  return [of('augmented'), of('plain')]
}

export default defineStrings<typeof spec>()({
  en: {
    params: {
      digit: 'Digit shown',
      ...names('en'),
      turn: { label: 'Rotation up to', short: 'Rotation', unit: '°' },
      strength: {
        label: 'Strength of the others',
        short: 'Strength',
        help: '1 is a usual amount; 3 is three times as far.',
      },
      examples: { label: 'Training digits', short: 'Digits' },
      learningRate: 'Learning rate',
      seed: 'Seed',
    },
    choices: {},
    metrics: { test: 'Test accuracy', train: 'Training accuracy', testLoss: 'Test loss' },
    presets: {
      gentle: 'Harmless changes',
      every: 'Rotation alone, any angle',
      mirrored: 'Mirror alone',
      strong: 'Three times as far',
    },
    member: nameMember('en'),
    place: (place) => place,
    summary: ({ values, members: shown, step }) => {
      const on = TRANSFORMS.filter((id) => values[id]).map((id) => names('en')[id].toLowerCase())
      const [augmented, plain] = scores(shown)
      return `After ${formatNumber(step)} updates on ${formatNumber(values.examples)} digits, the network that sees them changed (${on.length > 0 ? on.join(', ') : 'nothing is on'}) reads ${augmented} of new digits right, its twin ${plain}.`
    },
    text: {
      original: 'One of the training digits, as it was written: a {digit}',
      asWritten: 'as written',
      choose: 'Digit to show',
      digit: 'Show a {digit}',
      alone: '{name}: the digit after this change alone',
      switches: 'Changes that are drawn anew for each image',
      sheet: 'What the network reads in its place, each time another',
      sheetLabel: 'Variants of the digit with all changes that are on',
      off: 'Nothing is on: it reads the same image each time.',
      curve: 'Test accuracy of both networks against the updates',
      step: 'updates',
      share: 'test digits read right',
      perDigit: 'Share of test digits read right, digit by digit, for both networks',
      ofEach: 'right, of each digit',
      digits: 'digit',
      score: '{name}: training {train}, test {test}; {share} of the {digit}s read as {answer}.',
      scoreShort: '{name}: {test}',
    },
  },
  zh: {
    params: {
      digit: '显示的数字',
      ...names('zh'),
      turn: { label: '旋转角度上限', short: '旋转', unit: '°' },
      strength: { label: '其余变换的强度', short: '强度', help: '1 是常用的幅度，3 是它的三倍。' },
      examples: { label: '训练数字个数', short: '个数' },
      learningRate: '学习率',
      seed: '随机种子',
    },
    choices: {},
    metrics: { test: '测试准确率', train: '训练准确率', testLoss: '测试损失' },
    presets: {
      gentle: '无害的变换',
      every: '只旋转，任意角度',
      mirrored: '只做镜像',
      strong: '幅度放大三倍',
    },
    member: nameMember('zh'),
    place: (place) => place,
    summary: ({ values, members: shown, step }) => {
      const on = TRANSFORMS.filter((id) => values[id]).map((id) => names('zh')[id])
      const [augmented, plain] = scores(shown)
      return `用 ${formatNumber(values.examples)} 个数字更新 ${formatNumber(step)} 次后，看变换图像（${on.length > 0 ? on.join('、') : '未开启任何变换'}）的网络读对了 ${augmented} 的新数字，只看原图的网络读对了 ${plain}。`
    },
    text: {
      original: '训练集中的一个数字，写出来就是这样：{digit}',
      asWritten: '原图',
      choose: '显示哪个数字',
      digit: '显示一个 {digit}',
      alone: '{name}：只做这一种变换后的数字',
      switches: '每张图像都重新随机抽取的变换',
      sheet: '网络实际读到的图像，每次都不一样',
      sheetLabel: '施加所有已开启的变换后，这个数字的各种变体',
      off: '没有开启任何变换，每次读到的都是同一张图。',
      curve: '两个网络的测试准确率随更新次数的变化',
      step: '更新次数',
      share: '测试准确率',
      perDigit: '两个网络在每个数字上的测试准确率',
      ofEach: '各数字的准确率',
      digits: '数字',
      score: '{name}：训练 {train}，测试 {test}；{share} 的 {digit} 读成了 {answer}。',
      scoreShort: '{name}：{test}',
    },
  },
})
