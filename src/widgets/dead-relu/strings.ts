import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import { getActivation } from '../../math/activations/index.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import type { Locale } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { CURES, DATA, type CureId, type DataId, type DeadFrame } from './spec.ts'

const cures = (locale: Locale): Record<CureId, string> =>
  Object.fromEntries(CURES.map((id) => [id, getActivation(id).labels[locale]])) as Record<CureId, string>
const data = (locale: Locale): Record<DataId, string> =>
  Object.fromEntries(DATA.map((id) => [id, getPointSet(id).labels[locale]])) as Record<DataId, string>

function nameMember(locale: Locale): (id: string) => string {
  const known: Readonly<Record<string, string>> = {
    relu: getActivation('relu').labels[locale],
    ...cures(locale),
  }
  return (id) => known[id] ?? id
}

/** Silent units, all units, and the accuracy in percent, as texts. */
function figures(frame: DeadFrame): { silent: string; all: string; accuracy: string } {
  const silent = frame.on.reduce((count, share) => count + (share === 0 ? 1 : 0), 0)
  return {
    silent: formatNumber(silent),
    all: formatNumber(frame.on.length),
    accuracy: formatNumber(frame.accuracy * 100, { digits: 1, trim: true }),
  }
}

export default defineStrings<typeof spec>()({
  en: {
    params: {
      learningRate: 'Learning rate',
      cure: 'The twin uses',
      slope: { label: 'Slope below 0', short: 'Slope' },
      layers: 'Hidden layers',
      units: { label: 'Units in each layer', short: 'Units' },
      data: 'Data',
      batch: 'Batch size',
      seed: 'Seed',
    },
    choices: { cure: cures('en'), data: data('en') },
    metrics: { silent: 'Share of silent units', loss: 'Training loss', accuracy: 'Training accuracy' },
    presets: { deadly: 'A deadly rate', calm: 'A gentle rate', wild: 'A reckless rate' },
    member: nameMember('en'),
    summary: ({ members, step }) =>
      `After ${step} updates: ${members
        .map(({ id, frame }) => {
          if (!frame) return `${nameMember('en')(id)} not yet measured`
          const { silent, all, accuracy } = figures(frame)
          return `${nameMember('en')(id)} has ${silent} of ${all} units silent and ${accuracy}% of the points right`
        })
        .join('; ')}.`,
    text: {
      count: '{silent} of {all} units silent · accuracy {accuracy}%',
      layerLabel:
        'Hidden layer {layer} with {name}: for each unit the range of its input over the training set',
      layer: 'layer {layer}: input z of each unit',
      layerShort: 'layer {layer}',
      alive: 'on for more than 5% of the points',
      dying: 'on for 5% at most',
      silent: 'silent: z ≤ 0 on every point',
      aliveShort: 'on',
      dyingShort: 'rarely on',
      silentShort: 'silent on every point',
      chartLabel: 'Share of silent units against the updates, for both twins',
      step: 'updates',
      share: 'silent units',
    },
  },
  zh: {
    params: {
      learningRate: '学习率',
      cure: '孪生网络使用',
      slope: { label: '负半轴斜率', short: '斜率' },
      layers: '隐藏层数',
      units: { label: '每层单元数', short: '单元数' },
      data: '数据',
      batch: '批大小',
      seed: '随机种子',
    },
    choices: { cure: cures('zh'), data: data('zh') },
    metrics: { silent: '沉默单元的比例', loss: '训练损失', accuracy: '训练准确率' },
    presets: { deadly: '致命的学习率', calm: '温和的学习率', wild: '鲁莽的学习率' },
    member: nameMember('zh'),
    summary: ({ members, step }) =>
      `更新 ${step} 次后：${members
        .map(({ id, frame }) => {
          if (!frame) return `${nameMember('zh')(id)} 尚未测量`
          const { silent, all, accuracy } = figures(frame)
          return `${nameMember('zh')(id)} 的 ${all} 个单元中有 ${silent} 个沉默，准确率 ${accuracy}%`
        })
        .join('；')}。`,
    text: {
      count: '沉默 {silent}/{all} 个 · 准确率 {accuracy}%',
      layerLabel: '{name} 网络的第 {layer} 个隐藏层：每个单元的输入在训练集上的范围',
      layer: '第 {layer} 层：各单元的输入 z',
      layerShort: '第 {layer} 层',
      alive: '对 5% 以上的点有响应',
      dying: '至多对 5% 的点有响应',
      silent: '沉默：对每个点都有 z ≤ 0',
      aliveShort: '有响应',
      dyingShort: '很少响应',
      silentShort: '对每个点都沉默',
      chartLabel: '两个网络中沉默单元的比例随更新次数的变化',
      step: '更新次数',
      share: '沉默单元',
    },
  },
})
