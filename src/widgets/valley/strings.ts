import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import { optimizers } from '../../math/optimizers/index.ts'
import type { Locale } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { RULES } from './spec.ts'

/** Where a sentence or a control wants other words than the rule's label. */
const SPOKEN = {
  en: { sgd: 'plain gradient descent', momentum: 'momentum', nesterov: 'Nesterov' },
  zh: { sgd: '普通梯度下降', momentum: '动量法', nesterov: 'Nesterov' },
} as const
const ON_CONTROLS = {
  en: { sgd: 'Plain', momentum: 'Momentum' },
  zh: { sgd: '普通', momentum: '动量' },
} as const

type Words = Readonly<Record<string, string | undefined>>
const nameIn =
  (locale: Locale) =>
  (id: string): string =>
    (SPOKEN[locale] as Words)[id] ?? optimizers.get(id)?.labels[locale] ?? id
const choicesIn = (locale: Locale): Record<string, string> =>
  Object.fromEntries(RULES.map((id) => [id, (ON_CONTROLS[locale] as Words)[id] ?? nameIn(locale)(id)]))

const loss = (value: number | null, words: string): string =>
  value === null ? words : formatNumber(value, { significant: 2 })

export default defineStrings<typeof spec>()({
  en: {
    params: {
      landscape: 'Landscape',
      rule: { label: 'Your update rule', short: 'Rule' },
      learningRate: { label: 'Learning rate', short: 'Rate' },
      momentum: 'Momentum',
      weightDecay: 'Weight decay',
      condition: 'Condition number',
      noise: { label: 'Noise of the gradient', short: 'Noise' },
      others: { label: 'Race against', help: 'Each at a rate that suits it here.' },
      start: 'Start',
      view: 'View',
      gradient: 'Show the gradient',
      seed: 'Seed',
    },
    choices: {
      landscape: {
        beale: 'Beale',
        ravine: 'Ravine',
        rosenbrock: 'Rosenbrock',
        saddle: 'Saddle',
        'double-well': 'Two wells',
        himmelblau: 'Himmelblau',
        'noisy-bowl': 'Noisy bowl',
      },
      rule: choicesIn('en'),
      others: choicesIn('en'),
      view: { map: 'Map', surface: 'In 3-D' },
    },
    metrics: { loss: 'Loss' },
    presets: {},
    member: nameIn('en'),
    place: nameIn('en'),
    summary: ({ members, step }) => {
      const parts = members.map(
        ({ id, frame }) =>
          `${nameIn('en')(id)} ${frame ? loss(frame.loss, 'beyond all numbers') : 'not started'}`,
      )
      return `Balls rolling down a map of the loss, after ${formatNumber(step)} updates. Loss: ${parts.join(', ')}.`
    },
    text: {
      map: 'Contour map of the loss over two weights, with the path of each update rule',
      surface: 'The loss over two weights as a surface, with the path of each update rule',
      loss: 'loss',
      gradient: 'Show the gradient',
      inSpace: 'In 3-D',
      start: 'Start of the descent',
      drag: 'start: drag me',
      minimum: 'minimum',
      lowest: 'global minimum',
      local: 'local minimum',
      saddle: 'saddle point',
      diverged: 'diverged',
      left: 'off the map at step {n}',
      'short-sgd': 'plain',
      'short-momentum': 'momentum',
    },
  },
  zh: {
    params: {
      landscape: '地形',
      rule: { label: '你的更新规则', short: '规则' },
      learningRate: '学习率',
      momentum: '动量系数',
      weightDecay: '权重衰减',
      condition: '条件数',
      noise: '梯度噪声',
      others: { label: '与谁比赛', help: '各用适合此处的学习率。' },
      start: '起点',
      view: '视图',
      gradient: '显示梯度',
      seed: '随机种子',
    },
    choices: {
      landscape: {
        beale: 'Beale 函数',
        ravine: '狭长山谷',
        rosenbrock: 'Rosenbrock 函数',
        saddle: '鞍点',
        'double-well': '双势阱',
        himmelblau: 'Himmelblau 函数',
        'noisy-bowl': '带噪声的碗',
      },
      rule: choicesIn('zh'),
      others: choicesIn('zh'),
      view: { map: '地图', surface: '立体' },
    },
    metrics: { loss: '损失' },
    presets: {},
    member: nameIn('zh'),
    place: nameIn('zh'),
    summary: ({ members, step }) => {
      const parts = members.map(
        ({ id, frame }) => `${nameIn('zh')(id)} ${frame ? loss(frame.loss, '已溢出') : '尚未开始'}`,
      )
      return `小球沿损失的地图滚下，已更新 ${formatNumber(step)} 次。损失：${parts.join('，')}。`
    },
    text: {
      map: '损失关于两个权重的等高线图，以及每种更新规则的路径',
      surface: '损失关于两个权重的曲面，以及每种更新规则的路径',
      loss: '损失',
      gradient: '显示梯度',
      inSpace: '立体显示',
      start: '下降的起点',
      drag: '起点，可拖动',
      minimum: '最小值',
      lowest: '全局最小值',
      local: '局部极小值',
      saddle: '鞍点',
      diverged: '已发散',
      left: '第 {n} 步离开地图',
      'short-sgd': '普通',
      'short-momentum': '动量',
    },
  },
})
