import { defineStrings } from '../../i18n/widgetStrings.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import type { Locale } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { DATA, type BenchFrame, type DataId, type SwitchId } from './spec.ts'
import { gapsOf, meanAndSpread } from './view/gaps.ts'

const data = (locale: Locale): Record<DataId, string> =>
  Object.fromEntries(DATA.map((id) => [id, getPointSet(id).labels[locale]])) as Record<DataId, string>

const switches = {
  en: {
    none: 'Nothing',
    l2: 'L2 penalty',
    l1: 'L1 penalty',
    dropout: 'Dropout',
    'batch-norm': 'Batch norm',
    augmentation: 'Augmentation',
    'early-stopping': 'Early stopping',
    decay: 'Falling rate',
    initialisation: 'Other start',
    residual: 'Skip connections',
    width: 'Other width',
  },
  zh: {
    none: '什么也不改',
    l2: 'L2 惩罚',
    l1: 'L1 惩罚',
    dropout: '随机失活',
    'batch-norm': '批归一化',
    augmentation: '数据增强',
    'early-stopping': '提前停止',
    decay: '学习率衰减',
    initialisation: '换初始化',
    residual: '残差连接',
    width: '换宽度',
  },
} satisfies Record<Locale, Record<SwitchId, string>>

const nameMember = (locale: Locale) => (id: string) => {
  const known: Readonly<Record<string, string>> = {
    ...switches[locale],
    plain: locale === 'zh' ? '原样' : 'plain',
    none: locale === 'zh' ? '孪生' : 'twin',
  }
  return known[id] ?? id
}

const said = (frame: BenchFrame | null): string =>
  frame ? meanAndSpread(gapsOf(frame, 'loss'), 'loss').said : '—'

export default defineStrings<typeof spec>()({
  en: {
    params: {
      switch: 'The twin gets',
      l2: {
        label: 'Size of the penalty',
        short: 'Penalty',
        help: 'Adds λ/2 times the sum of squared weights.',
      },
      l1: {
        label: 'Size of the penalty',
        short: 'Penalty',
        help: 'Adds λ times the sum of absolute weights.',
      },
      dropout: { label: 'Share dropped', short: 'Dropped' },
      jitter: {
        label: 'Jitter of the points',
        short: 'Jitter',
        help: 'Standard deviation; fresh in each update.',
      },
      patience: {
        label: 'Patience',
        unit: 'updates',
        help: 'A quarter of the points is kept back to watch; training stops so long after their best loss.',
      },
      scale: {
        label: 'Weights, in He’s',
        short: 'Weights',
        help: '1 is He’s start; 4 is four times as large.',
      },
      wide: { label: 'Units in each layer of the twin', short: 'Twin’s units' },
      measure: 'Show',
      data: 'Data',
      noise: 'Noise in the points',
      points: { label: 'Training points', short: 'Points' },
      layers: 'Hidden layers',
      units: { label: 'Units in each layer', short: 'Units' },
      learningRate: 'Learning rate',
      updates: { label: 'Budget', unit: 'updates' },
      seeds: 'Seeds',
      shown: { label: 'Seed on the maps', short: 'On the maps' },
      seed: 'First seed',
    },
    choices: {
      switch: switches.en,
      measure: { loss: 'Loss', error: 'Wrong answers' },
      data: data('en'),
    },
    groups: { task: 'Task', network: 'Network', seeds: 'Seeds' },
    metrics: {
      test: 'Test loss',
      train: 'Training loss',
      gap: 'Gap',
      testError: 'Wrong on test points',
      trainError: 'Wrong on training points',
      errorGap: 'Gap in wrong answers',
      testLow: 'Test loss, best seed',
      testHigh: 'Test loss, worst seed',
      trainLow: 'Training loss, best seed',
      trainHigh: 'Training loss, worst seed',
      testErrorLow: 'Wrong on test points, best seed',
      testErrorHigh: 'Wrong on test points, worst seed',
      trainErrorLow: 'Wrong on training points, best seed',
      trainErrorHigh: 'Wrong on training points, worst seed',
    },
    presets: {
      penalty: 'An L2 penalty',
      nothing: 'Twins that differ in nothing',
      stop: 'Early stopping',
      more: 'Four hundred points',
      wider: 'A wider twin',
    },
    member: nameMember('en'),
    summary: ({ members, step }) =>
      `After ${step} updates the gap between test and training loss is ${members
        .map(({ id, frame }) => `${nameMember('en')(id)} ${said(frame)}`)
        .join(', ')}, as mean and standard deviation over the seeds.`,
    text: {
      field: 'The plane as the {name} network sees it: blue for class A, orange for class B',
      score: 'train {train}, test {test}',
      gapLabel: 'The gap between test and training of each seed, for both twins',
      gap: 'gap: test loss − training loss',
      errorGap: 'gap: wrong on test − wrong on training',
      verdict: 'The twin has the smaller gap with {wins} of {seeds} seeds. Bars: mean ± standard deviation.',
      curves: 'Training and test curves of both twins, means over the seeds in bands that span all seeds',
      updates: 'updates',
      loss: 'loss, log scale',
      error: 'wrong answers',
      train: '{name}, train',
      test: '{name}, test',
    },
  },
  zh: {
    params: {
      switch: '孪生网络改动',
      l2: { label: '惩罚的强度', short: '惩罚', help: '损失再加上 λ/2 乘以权重的平方和。' },
      l1: { label: '惩罚的强度', short: '惩罚', help: '损失再加上 λ 乘以权重的绝对值之和。' },
      dropout: { label: '失活比例', short: '失活' },
      jitter: { label: '点的抖动', short: '抖动', help: '标准差；每次更新重新抖动。' },
      patience: {
        label: '耐心',
        unit: '次更新',
        help: '留出四分之一的点作验证；验证损失这么久不创新低，就停下。',
      },
      scale: { label: '权重是 He 的几倍', short: '权重', help: '1 就是 He 初始化；4 是它的四倍。' },
      wide: { label: '孪生网络每层单元数', short: '孪生单元' },
      measure: '显示',
      data: '数据',
      noise: '数据点的噪声',
      points: { label: '训练点数', short: '点数' },
      layers: '隐藏层数',
      units: { label: '每层单元数', short: '单元数' },
      learningRate: '学习率',
      updates: { label: '预算', unit: '次更新' },
      seeds: '种子个数',
      shown: { label: '地图上的种子', short: '地图种子' },
      seed: '首个种子',
    },
    choices: {
      switch: switches.zh,
      measure: { loss: '损失', error: '错误率' },
      data: data('zh'),
    },
    groups: { task: '任务', network: '网络', seeds: '种子' },
    metrics: {
      test: '测试损失',
      train: '训练损失',
      gap: '差距',
      testError: '测试错误率',
      trainError: '训练错误率',
      errorGap: '错误率差距',
      testLow: '测试损失，最好的种子',
      testHigh: '测试损失，最差的种子',
      trainLow: '训练损失，最好的种子',
      trainHigh: '训练损失，最差的种子',
      testErrorLow: '测试错误率，最好的种子',
      testErrorHigh: '测试错误率，最差的种子',
      trainErrorLow: '训练错误率，最好的种子',
      trainErrorHigh: '训练错误率，最差的种子',
    },
    presets: {
      penalty: 'L2 惩罚',
      nothing: '毫无差别的孪生',
      stop: '提前停止',
      more: '四百个点',
      wider: '更宽的孪生网络',
    },
    member: nameMember('zh'),
    summary: ({ members, step }) =>
      `更新 ${step} 次后，测试损失与训练损失的差距（各种子的平均与标准差）：${members
        .map(({ id, frame }) => `${nameMember('zh')(id)} ${said(frame)}`)
        .join('，')}。`,
    text: {
      field: '{name}网络眼中的平面：蓝色为 A 类，橙色为 B 类',
      score: '训练 {train}，测试 {test}',
      gapLabel: '两个网络在每个种子上的测试与训练之差',
      gap: '差距：测试损失 − 训练损失',
      errorGap: '差距：测试错误率 − 训练错误率',
      verdict: '{seeds} 个种子中，孪生网络在 {wins} 个上差距更小。横条：平均 ± 标准差。',
      curves: '两个网络的训练与测试曲线：各种子的平均，色带覆盖全部种子',
      updates: '更新次数',
      loss: '损失（对数刻度）',
      error: '错误率',
      train: '{name}，训练',
      test: '{name}，测试',
    },
  },
})
