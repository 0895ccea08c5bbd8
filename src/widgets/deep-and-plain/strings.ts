import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import type { Locale } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { DATA, type DataId, type DepthFrame } from './spec.ts'

const data = (locale: Locale): Record<DataId, string> =>
  Object.fromEntries(DATA.map((id) => [id, getPointSet(id).labels[locale]])) as Record<DataId, string>

const nameMember = (locale: Locale) => (id: string) => {
  const [kind, depth] = id.split('-')
  if (locale === 'zh') return `${kind === 'skips' ? '残差' : '普通'} ${depth} 层`
  return `${kind === 'skips' ? 'with skips' : 'plain'}, ${depth} layers`
}

const loss = (frame: DepthFrame | null): string =>
  frame ? formatNumber(frame.loss, { significant: 2 }) : '—'

export default defineStrings<typeof spec>()({
  en: {
    params: {
      depth: { label: 'Layers, at most', short: 'Layers' },
      units: { label: 'Units in each layer', short: 'Units' },
      activation: { label: 'Activation function', short: 'Activation' },
      start: { label: 'Start of the weights', short: 'Start' },
      damped: {
        label: 'Smaller start on skipped layers',
        short: 'Damped',
        help: 'Divides their first weights by the root of the depth.',
      },
      learningRate: 'Learning rate',
      rule: 'Update rule',
      data: 'Data',
      profile: 'Layer by layer',
      skips: 'Skip connections',
      seed: 'Seed',
    },
    choices: {
      activation: { relu: 'ReLU', tanh: 'tanh' },
      start: { 'he-normal': 'He', 'xavier-normal': 'Xavier', orthogonal: 'Orthogonal' },
      rule: { sgd: 'Plain', adam: 'Adam' },
      data: data('en'),
      profile: { gradient: 'Gradient', variety: 'Variety' },
    },
    groups: { network: 'Network', training: 'Learning' },
    metrics: { loss: 'Training loss', accuracy: 'Training accuracy' },
    presets: {
      growing: '4, 16 and 32 layers',
      deepest: '4, 24 and 48 layers',
      undamped: 'Skips without the smaller start',
      adam: 'Adam and twelve units',
    },
    member: nameMember('en'),
    summary: ({ members, step }) =>
      `After ${step} updates the training loss is ${members
        .map(({ id, frame }) => `${loss(frame)} (${nameMember('en')(id)})`)
        .join(', ')}.`,
    text: {
      plain: 'plain',
      skips: 'with skip connections',
      lossLabel: 'Training loss against the updates, one line for each depth: networks {twin}',
      gradientLabel: 'Length of the gradient of each hidden layer, on a logarithmic axis: networks {twin}',
      varietyLabel: 'How much each hidden layer’s outputs differ from point to point: networks {twin}',
      updates: 'updates',
      layer: 'hidden layer',
      loss: 'training loss, log scale',
      gradient: 'gradient norm, log scale',
      variety: 'spread over the points',
      diverged: 'diverged',
    },
  },
  zh: {
    params: {
      depth: { label: '最多几层', short: '层数' },
      units: { label: '每层单元数', short: '单元数' },
      activation: '激活函数',
      start: { label: '权重初始化', short: '初始化' },
      damped: { label: '被跨过的层从小权重起步', short: '缩小', help: '这些层的初始权重除以深度的平方根。' },
      learningRate: '学习率',
      rule: '更新规则',
      data: '数据',
      profile: '逐层看',
      skips: '残差连接',
      seed: '随机种子',
    },
    choices: {
      activation: { relu: 'ReLU', tanh: 'tanh' },
      start: { 'he-normal': 'He', 'xavier-normal': 'Xavier', orthogonal: '正交' },
      rule: { sgd: '普通', adam: 'Adam' },
      data: data('zh'),
      profile: { gradient: '梯度', variety: '差异' },
    },
    groups: { network: '网络', training: '学习' },
    metrics: { loss: '训练损失', accuracy: '训练准确率' },
    presets: {
      growing: '4、16、32 层',
      deepest: '4、24、48 层',
      undamped: '残差，但不缩小起步权重',
      adam: 'Adam，每层 12 个单元',
    },
    member: nameMember('zh'),
    summary: ({ members, step }) =>
      `更新 ${step} 次后的训练损失：${members
        .map(({ id, frame }) => `${nameMember('zh')(id)} ${loss(frame)}`)
        .join('，')}。`,
    text: {
      plain: '普通网络',
      skips: '残差网络',
      lossLabel: '训练损失随更新次数的变化，每个深度一条线：{twin}',
      gradientLabel: '各隐藏层梯度的长度，纵轴为对数刻度：{twin}',
      varietyLabel: '各隐藏层的输出因点而异的程度：{twin}',
      updates: '更新次数',
      layer: '隐藏层',
      loss: '训练损失（对数刻度）',
      gradient: '梯度范数（对数刻度）',
      variety: '各点间的差异',
      diverged: '已发散',
    },
  },
})
