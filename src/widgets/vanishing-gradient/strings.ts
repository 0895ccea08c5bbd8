import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import { getActivation } from '../../math/activations/index.ts'
import type { Locale } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { ACTIVATIONS, FLOOR, type ActivationId, type StartId, type VanishingFrame } from './spec.ts'

const names = (locale: Locale): Record<ActivationId, string> =>
  Object.fromEntries(ACTIVATIONS.map((id) => [id, getActivation(id).labels[locale]])) as Record<
    ActivationId,
    string
  >

const starts = {
  en: { small: 'Small', xavier: 'Xavier', he: 'He', large: 'Large' },
  zh: { small: '过小', xavier: 'Xavier', he: 'He', large: '过大' },
} satisfies Record<Locale, Record<StartId, string>>

/** What a member is called: by its activation, or by how its weights started. */
function nameMember(locale: Locale): (id: string) => string {
  const known: Readonly<Record<string, string>> = { ...names(locale), ...starts[locale] }
  return (id) => known[id] ?? id
}

/** How much of the gradient of the last layer is left at the first: "10⁻¹²·¹" is not for ears, so two digits. */
function kept(frame: VanishingFrame | null): string | undefined {
  const log = frame?.signal.mean[0]
  if (log === undefined) return undefined
  return log <= FLOOR ? '0' : formatNumber(10 ** log, { significant: 2 })
}

export default defineStrings<typeof spec>()({
  en: {
    params: {
      compare: 'Compare',
      activations: 'Activation functions',
      start: {
        label: 'Start of the weights',
        short: 'Start',
        help: 'Standard deviation, times √width: small 0.5, Xavier 1, He √2, large 2.5.',
      },
      activation: 'Activation function',
      depth: { label: 'Hidden layers', short: 'Layers' },
      width: { label: 'Units in each layer', short: 'Units' },
      quantity: 'Gradient for',
      seed: 'Seed',
    },
    choices: {
      compare: { activations: 'Functions', starts: 'Starts' },
      activations: names('en'),
      activation: names('en'),
      start: starts.en,
      quantity: { signal: 'Activations', weights: 'Weights' },
    },
    metrics: {
      kept: 'Gradient left at layer 1',
      forward: 'Signal at the last layer',
    },
    presets: {
      functions: 'Functions compared, Xavier start',
      starts: 'Starts compared, ReLU',
      deep: 'Fifty layers, He start',
    },
    member: nameMember('en'),
    summary: ({ members }) =>
      `Of the gradient at the last hidden layer, the first layer gets, as a factor: ${members
        .map(({ id, frame }) => `${nameMember('en')(id)} ${kept(frame) ?? 'not measured yet'}`)
        .join('; ')}. Mean of ${members[0]?.frame?.draws ?? 0} random nets.`,
    text: {
      backwardLabel: 'Size of the gradient at each hidden layer, on a logarithmic axis',
      forwardLabel: 'Root mean square of the activations at each hidden layer, on a logarithmic axis',
      layer: 'hidden layer (1 is next to the input)',
      layerShort: 'layer',
      signal: 'gradient for the activations (last layer = 1)',
      weights: 'gradient for the weights (last layer = 1)',
      forward: 'activations, root mean square',
      averaged: 'Geometric mean of {draws} random nets; the grey band spans all of them.',
    },
  },
  zh: {
    params: {
      compare: '比较',
      activations: '激活函数',
      start: {
        label: '权重初始化',
        short: '初始化',
        help: '标准差 × 宽度的平方根：过小 0.5，Xavier 1，He 1.41，过大 2.5。',
      },
      activation: '激活函数',
      depth: { label: '隐藏层数', short: '层数' },
      width: { label: '每层单元数', short: '单元数' },
      quantity: '对谁求梯度',
      seed: '随机种子',
    },
    choices: {
      compare: { activations: '激活函数', starts: '初始化' },
      activations: names('zh'),
      activation: names('zh'),
      start: starts.zh,
      quantity: { signal: '激活值', weights: '权重' },
    },
    metrics: {
      kept: '第 1 层剩下的梯度',
      forward: '最后一层的信号',
    },
    presets: {
      functions: '比较函数，Xavier 初始化',
      starts: '比较初始化，ReLU',
      deep: '五十层，He 初始化',
    },
    member: nameMember('zh'),
    summary: ({ members }) =>
      `以最后一个隐藏层的梯度为 1，传到第 1 层时剩下：${members
        .map(({ id, frame }) => `${nameMember('zh')(id)} ${kept(frame) ?? '尚未测量'}`)
        .join('；')}。取 ${members[0]?.frame?.draws ?? 0} 个随机网络的平均。`,
    text: {
      backwardLabel: '各隐藏层的梯度大小，纵轴为对数刻度',
      forwardLabel: '各隐藏层激活值的均方根，纵轴为对数刻度',
      layer: '隐藏层（第 1 层紧挨输入）',
      layerShort: '层',
      signal: '对激活值的梯度（最后一层 = 1）',
      weights: '对权重的梯度（最后一层 = 1）',
      forward: '激活值的均方根',
      averaged: '{draws} 个随机网络的几何平均；灰带覆盖全部网络。',
    },
  },
})
