import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import { getActivation } from '../../math/activations/index.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import type { Locale } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { ACTIVATIONS, DATA, type ActivationId, type BatchNormFrame, type DataId } from './spec.ts'

const activations = (locale: Locale): Record<ActivationId, string> =>
  Object.fromEntries(ACTIVATIONS.map((id) => [id, getActivation(id).labels[locale]])) as Record<
    ActivationId,
    string
  >
const data = (locale: Locale): Record<DataId, string> =>
  Object.fromEntries(DATA.map((id) => [id, getPointSet(id).labels[locale]])) as Record<DataId, string>

/** Loss, and how widely the last layer's inputs are spread, as texts. */
function figures({ loss, training }: BatchNormFrame): { loss: string; spread: string } {
  return {
    loss: formatNumber(loss, { significant: 2 }),
    spread: formatNumber(training.deviation.at(-1) ?? 0, { significant: 2 }),
  }
}

export default defineStrings<typeof spec>()({
  en: {
    params: {
      weightScale: {
        label: 'First weights, × the right size',
        short: 'First weights',
        help: '1 is the start that suits the function: Xavier for tanh and sigmoid, He for the others.',
      },
      learningRate: 'Learning rate',
      batch: 'Batch size',
      layers: 'Hidden layers',
      activation: 'Activation function',
      data: 'Data',
      seed: 'Seed',
    },
    choices: { activation: activations('en'), data: data('en') },
    metrics: {
      loss: 'Training loss',
      test: 'Test loss',
      batchLoss: 'Training loss, batch statistics',
      accuracy: 'Test accuracy',
    },
    presets: {
      small: 'A start far too small',
      matched: 'A start that suits',
      few: 'Batches of four',
    },
    member: (id) => (id === 'normalised' ? 'with batch normalisation' : 'without batch normalisation'),
    summary: ({ members, step }) =>
      `After ${formatNumber(step)} updates: ${members
        .map(({ id, frame }) => {
          const name = id === 'normalised' ? 'with batch normalisation' : 'without it'
          if (!frame) return `${name} not yet measured`
          const { loss, spread } = figures(frame)
          return `${name} the training loss is ${loss}, and the inputs of the last hidden layer’s functions have a standard deviation of ${spread}`
        })
        .join('; ')}.`,
    text: {
      scores: 'loss {loss} · test accuracy {accuracy}%',
      ridge: 'Histograms of what enters the functions of each hidden layer, {name}',
      layer: 'layer',
      bars: 'one batch in training',
      line: 'the same batch in use, by running statistics',
      flat: 'the function is flat here',
      barsShort: 'in training',
      lineShort: 'in use',
      flatShort: 'flat',
      chart: 'Training loss of both networks against the updates, on a logarithmic axis',
      updates: 'updates',
      loss: 'training loss, log scale',
      plain: 'without',
      normalised: 'with, in use',
      inTraining: 'with, in training',
    },
  },
  zh: {
    params: {
      weightScale: {
        label: '初始权重：合适大小的倍数',
        short: '初始权重',
        help: '1 表示与激活函数相配的初始化：tanh 与 sigmoid 用 Xavier，其余用 He。',
      },
      learningRate: '学习率',
      batch: '批大小',
      layers: '隐藏层数',
      activation: '激活函数',
      data: '数据',
      seed: '随机种子',
    },
    choices: { activation: activations('zh'), data: data('zh') },
    metrics: {
      loss: '训练损失',
      test: '测试损失',
      batchLoss: '训练损失（批统计量）',
      accuracy: '测试准确率',
    },
    presets: {
      small: '初始权重太小',
      matched: '初始权重合适',
      few: '每批四个样本',
    },
    member: (id) => (id === 'normalised' ? '有批归一化' : '无批归一化'),
    summary: ({ members, step }) =>
      `更新 ${formatNumber(step)} 次后：${members
        .map(({ id, frame }) => {
          const name = id === 'normalised' ? '有批归一化的网络' : '无批归一化的网络'
          if (!frame) return `${name}尚未测量`
          const { loss, spread } = figures(frame)
          return `${name}训练损失为 ${loss}，最后一个隐藏层激活函数的输入标准差为 ${spread}`
        })
        .join('；')}。`,
    text: {
      scores: '损失 {loss} · 测试准确率 {accuracy}%',
      ridge: '{name}：各隐藏层激活函数的输入的直方图',
      layer: '层',
      bars: '训练时的一批样本',
      line: '同一批样本，使用时（滑动统计量）',
      flat: '激活函数在此平坦',
      barsShort: '训练时',
      lineShort: '使用时',
      flatShort: '平坦',
      chart: '两个网络的训练损失随更新次数的变化，纵轴为对数刻度',
      updates: '更新次数',
      loss: '训练损失（对数刻度）',
      plain: '无批归一化',
      normalised: '有，使用时',
      inTraining: '有，训练时',
    },
  },
})
