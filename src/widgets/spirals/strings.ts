import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'

export default defineStrings<typeof spec>()({
  en: {
    params: {
      rate: 'Learning rate',
      noise: 'Noise in the points',
      units: { label: 'Units in each hidden layer', short: 'Units' },
      seed: 'Seed',
    },
    choices: {},
    metrics: { train: 'Training loss', test: 'Test loss', accuracy: 'Test accuracy' },
    presets: {},
    place: (place) => place,
    summary: ({ values, step }) =>
      `After ${step} updates at learning rate ${formatNumber(values.rate)}, a line separates the parts of the plane that the network gives to class A and class B.`,
    text: {
      field:
        'The plane as the network sees it: blue for class A, orange for class B, with the training points',
      strip: 'States along the way',
      start: 'step 0',
      go: 'Go to step {step}',
    },
  },
  zh: {
    params: {
      rate: '学习率',
      noise: '数据点的噪声',
      units: { label: '每个隐藏层的单元数', short: '单元数' },
      seed: '随机种子',
    },
    choices: {},
    metrics: { train: '训练损失', test: '测试损失', accuracy: '测试准确率' },
    presets: {},
    place: (place) => place,
    summary: ({ values, step }) =>
      `学习率 ${formatNumber(values.rate)}，已更新 ${step} 步。平面上的分界线隔开了网络判给甲类和乙类的区域。`,
    text: {
      field: '网络眼中的平面：蓝色归甲类，橙色归乙类，点是训练数据',
      strip: '沿途的状态',
      start: '第 0 步',
      go: '回到第 {step} 步',
    },
  },
})
