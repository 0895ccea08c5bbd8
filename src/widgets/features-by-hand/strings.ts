import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import { PLANE_FEATURES, planeFeatures, type PlaneFeatureId } from '../../math/planeFeature.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import type { Locale } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { DATA, type DataId, type FeatureFrame } from './spec.ts'

const data = (locale: Locale): Record<DataId, string> =>
  Object.fromEntries(DATA.map((id) => [id, getPointSet(id).labels[locale]])) as Record<DataId, string>
const features = Object.fromEntries(PLANE_FEATURES.map((id) => [id, planeFeatures[id].text])) as Record<
  PlaneFeatureId,
  string
>
const percent = (frame: FeatureFrame | null): string =>
  frame ? `${formatNumber(frame.accuracy * 100, { digits: 1, trim: true })}%` : '—'
const accuracyOf = (
  members: readonly { readonly id: string; readonly frame: FeatureFrame | null }[],
  id: string,
): string => percent(members.find((member) => member.id === id)?.frame ?? null)

export default defineStrings<typeof spec>()({
  en: {
    params: {
      features: { label: 'Your features', short: 'Features' },
      data: 'Data',
      layers: { label: 'Hidden layers of the network', short: 'Layers' },
      units: { label: 'Units in each layer', short: 'Units' },
      noise: { label: 'Noise in the points', short: 'Noise' },
      learningRate: { label: 'Learning rate', short: 'Rate' },
      seed: 'Seed',
      model: 'Model',
    },
    choices: {
      features,
      data: data('en'),
      model: { hand: 'Your features', network: 'Network' },
    },
    metrics: { test: 'Test loss', train: 'Training loss', accuracy: 'Test accuracy' },
    presets: {
      rings: 'Rings, bare coordinates',
      squares: 'Rings, squares',
      product: 'Exclusive or, a product',
      everything: 'Spirals, all seven',
    },
    member: (id) => (id === 'hand' ? 'Your features' : 'Network'),
    summary: ({ members, step }) =>
      `After ${formatNumber(step)} updates the weighted sum of your features has ${accuracyOf(members, 'hand')} of the test points right, the network ${accuracyOf(members, 'network')}.`,
    text: {
      right: '{n}% right',
      field: '{name}: the plane as it is divided, blue for class A, orange for class B',
      handTitle: 'It weighs what you chose',
      networkTitle: 'It weighs what it has made',
      feature: 'Feature {name}, weight {weight}',
      unit: 'Unit {name} of the last hidden layer, weight {weight}',
    },
  },
  zh: {
    params: {
      features: { label: '你挑的特征', short: '特征' },
      data: '数据',
      layers: { label: '网络的隐藏层数', short: '层数' },
      units: { label: '每层单元数', short: '单元数' },
      noise: { label: '数据点的噪声', short: '噪声' },
      learningRate: '学习率',
      seed: '随机种子',
      model: '模型',
    },
    choices: { features, data: data('zh'), model: { hand: '你的特征', network: '网络' } },
    metrics: { test: '测试损失', train: '训练损失', accuracy: '测试准确率' },
    presets: {
      rings: '同心环，只给坐标',
      squares: '同心环，给平方',
      product: '异或，给乘积',
      everything: '螺旋，七个全给',
    },
    member: (id) => (id === 'hand' ? '你的特征' : '网络'),
    summary: ({ members, step }) =>
      `更新 ${formatNumber(step)} 次后，对你的特征加权求和的模型判对 ${accuracyOf(members, 'hand')} 的测试点，网络判对 ${accuracyOf(members, 'network')}。`,
    text: {
      right: '对 {n}%',
      field: '{name}：它把平面分成的样子，蓝色归甲类，橙色归乙类',
      handTitle: '它加权的，是你挑的',
      networkTitle: '它加权的，是自己造的',
      feature: '特征 {name}，权重 {weight}',
      unit: '最后一个隐藏层的第 {name} 个单元，权重 {weight}',
    },
  },
})
