import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import { getActivation } from '../../math/activations/index.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import type { Locale } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { DATA, RUNNERS, type DataId, type RaceFrame, type RunnerId } from './spec.ts'

/** Short enough to stand over a small picture. */
const runners = (locale: Locale): Record<RunnerId, string> => ({
  ...(Object.fromEntries(RUNNERS.map((id) => [id, getActivation(id).labels[locale]])) as Record<
    RunnerId,
    string
  >),
  silu: 'SiLU',
})
const data = (locale: Locale): Record<DataId, string> =>
  Object.fromEntries(DATA.map((id) => [id, getPointSet(id).labels[locale]])) as Record<DataId, string>

function nameMember(locale: Locale): (id: string) => string {
  const known: Readonly<Record<string, string>> = runners(locale)
  return (id) => known[id] ?? id
}

const percent = (frame: RaceFrame | null): string =>
  frame ? `${formatNumber(frame.accuracy * 100, { digits: 1, trim: true })}%` : '—'

export default defineStrings<typeof spec>()({
  en: {
    params: {
      activations: 'Runners',
      data: 'Data',
      noise: 'Noise in the points',
      layers: 'Hidden layers',
      units: { label: 'Units in each layer', short: 'Units' },
      learningRate: 'Learning rate',
      rule: 'Update rule',
      matched: {
        label: 'Start that suits the function',
        short: 'Matched start',
        help: 'He for the ReLU family, Xavier for the others. Off: Xavier for all.',
      },
      batch: 'Batch size',
      curve: 'Curve',
      seed: 'Seed',
    },
    choices: {
      activations: runners('en'),
      data: data('en'),
      rule: { sgd: 'Plain', momentum: 'Momentum', adam: 'Adam' },
      curve: { test: 'Test loss', train: 'Training loss', accuracy: 'Test accuracy' },
    },
    metrics: { test: 'Test loss', train: 'Training loss', accuracy: 'Test accuracy' },
    presets: {
      plain: 'Five layers, plain descent',
      adam: 'Three layers and Adam',
      gentle: 'An easier task',
      shallow: 'One hidden layer',
    },
    member: nameMember('en'),
    summary: ({ members, step }) =>
      `After ${step} updates the test accuracy is ${members
        .map(({ id, frame }) => `${nameMember('en')(id)} ${percent(frame)}`)
        .join(', ')}.`,
    text: {
      field: 'The plane as the {name} network sees it: blue for class A, orange for class B',
      testLabel: 'Test loss of each runner against the updates, on a logarithmic axis',
      trainLabel: 'Training loss of each runner against the updates, on a logarithmic axis',
      accuracyLabel: 'Test accuracy of each runner against the updates',
      step: 'updates',
      test: 'test loss, log scale',
      train: 'training loss, log scale',
      accuracy: 'test accuracy',
    },
  },
  zh: {
    params: {
      activations: '参赛者',
      data: '数据',
      noise: '数据点的噪声',
      layers: '隐藏层数',
      units: { label: '每层单元数', short: '单元数' },
      learningRate: '学习率',
      rule: '更新规则',
      matched: {
        label: '按函数选初始化',
        short: '匹配初始化',
        help: 'ReLU 一族用 He，其余用 Xavier。关闭则全用 Xavier。',
      },
      batch: '批大小',
      curve: '曲线',
      seed: '随机种子',
    },
    choices: {
      activations: runners('zh'),
      data: data('zh'),
      rule: { sgd: '普通', momentum: '动量', adam: 'Adam' },
      curve: { test: '测试损失', train: '训练损失', accuracy: '测试准确率' },
    },
    metrics: { test: '测试损失', train: '训练损失', accuracy: '测试准确率' },
    presets: {
      plain: '五层，普通梯度下降',
      adam: '三层，用 Adam',
      gentle: '容易些的任务',
      shallow: '只有一个隐藏层',
    },
    member: nameMember('zh'),
    summary: ({ members, step }) =>
      `更新 ${step} 次后的测试准确率：${members
        .map(({ id, frame }) => `${nameMember('zh')(id)} ${percent(frame)}`)
        .join('，')}。`,
    text: {
      field: '{name} 网络眼中的平面：蓝色归甲类，橙色归乙类',
      testLabel: '各网络的测试损失随更新次数的变化，纵轴为对数刻度',
      trainLabel: '各网络的训练损失随更新次数的变化，纵轴为对数刻度',
      accuracyLabel: '各网络的测试准确率随更新次数的变化',
      step: '更新次数',
      test: '测试损失（对数刻度）',
      train: '训练损失（对数刻度）',
      accuracy: '测试准确率',
    },
  },
})
