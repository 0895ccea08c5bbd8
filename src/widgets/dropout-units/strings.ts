import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'

const two = (value: number): string => formatNumber(value, { significant: 2 })

export default defineStrings<typeof spec>()({
  en: {
    params: {
      mode: {
        label: 'The network',
        help: 'In training each example drops units of its own; in use nothing is dropped.',
      },
      rate: { label: 'Dropout rate', help: 'The share of hidden units that each example drops.' },
      example: { label: 'Example of the batch', short: 'Example' },
      sampled: { label: 'Subnetworks drawn', short: 'Subnetworks' },
      count: 'Training points',
      noise: 'Noise in the points',
      units: { label: 'Units in each hidden layer', short: 'Units' },
      layers: 'Hidden layers',
      learningRate: 'Learning rate',
      seed: 'Seed',
    },
    choices: { mode: { training: 'In training', use: 'In use' } },
    metrics: { test: 'Test loss', loss: 'Training loss', dropping: 'Training loss, dropping units' },
    presets: { few: 'Forty points', many: 'Four hundred points', half: 'Half of the units dropped' },
    member: (id) => (id === 'dropout' ? 'with dropout' : 'without dropout'),
    summary: ({ members, step }) =>
      `After ${formatNumber(step)} updates: ${members
        .map(({ id, frame }) => {
          const name = id === 'dropout' ? 'with dropout' : 'without'
          return frame
            ? `${name} the test loss is ${two(frame.test)} and the training loss ${two(frame.loss)}`
            : `${name} not yet measured`
        })
        .join('; ')}.`,
    text: {
      withDropout: 'with dropout',
      without: 'without dropout',
      scores: 'test loss {test} · {right} right',
      subnetwork: 'the network that example {n} trains',
      wholeNetwork: 'the network in use: nothing is dropped',
      batch: 'its batch: one row for each example',
      networkLabel:
        'The network, hidden units filled by their answers; dropped units are hollow and crossed out',
      unitLabel: 'hidden layer {layer}, unit {unit}',
      isDropped: ', dropped',
      masksLabel:
        'Which units each example of the next batch keeps: full squares are kept, hollow ones dropped',
      layer: 'layer {layer}',
      example: 'example',
      plotLabel:
        'The plane as the network sees it, {name}: blue for class A, orange for class B, with the training points',
      own: 'boundary of this network; thin: of other subnetworks',
      whole: 'boundary of the network in use',
      mean: 'mean answer of {n} subnetworks (thin)',
      ensemble: 'test loss {mean} for the mean answer, {whole} for the network in use',
      lossLabel: 'Losses against the updates, {name}',
      lossName: 'loss, log scale',
      updates: 'updates',
      test: 'test',
      train: 'training',
      dropping: 'training, while units are dropped',
    },
  },
  zh: {
    params: {
      mode: { label: '网络状态', help: '训练时每个样本各自让一些单元失活；使用时单元全部在场。' },
      rate: { label: '失活率', help: '每个样本让多大比例的隐藏单元失活。' },
      example: { label: '批中第几个样本', short: '样本' },
      sampled: { label: '画出的子网络', short: '子网络' },
      count: '训练点数',
      noise: '数据点的噪声',
      units: { label: '每个隐藏层的单元数', short: '单元数' },
      layers: '隐藏层数',
      learningRate: '学习率',
      seed: '随机种子',
    },
    choices: { mode: { training: '训练时', use: '使用时' } },
    metrics: { test: '测试损失', loss: '训练损失', dropping: '训练损失（失活时）' },
    presets: { few: '四十个点', many: '四百个点', half: '一半单元失活' },
    member: (id) => (id === 'dropout' ? '有随机失活' : '无随机失活'),
    summary: ({ members, step }) =>
      `更新 ${formatNumber(step)} 次后：${members
        .map(({ id, frame }) => {
          const name = id === 'dropout' ? '有随机失活的网络' : '无随机失活的网络'
          return frame
            ? `${name}测试损失为 ${two(frame.test)}，训练损失为 ${two(frame.loss)}`
            : `${name}尚未测量`
        })
        .join('；')}。`,
    text: {
      withDropout: '有随机失活',
      without: '无随机失活',
      scores: '测试损失 {test} · 正确率 {right}',
      subnetwork: '样本 {n} 所训练的网络',
      wholeNetwork: '使用时的网络：单元全部在场',
      batch: '所在的批：一行一个样本',
      networkLabel: '网络：隐藏单元按其输出着色，失活的单元为空心并打叉',
      unitLabel: '第 {layer} 隐藏层第 {unit} 个单元',
      isDropped: '，已失活',
      masksLabel: '下一批中每个样本保留哪些单元：实心为保留，空心为失活',
      layer: '第 {layer} 层',
      example: '样本',
      plotLabel: '{name}：网络眼中的平面，蓝色归甲类，橙色归乙类，并画出训练点',
      own: '这个网络的边界；细线为其他子网络',
      whole: '使用时的网络的边界',
      mean: '{n} 个子网络（细线）的平均回答',
      ensemble: '测试损失：平均回答 {mean}，使用时的网络 {whole}',
      lossLabel: '{name}：损失随更新次数的变化',
      lossName: '损失（对数刻度）',
      updates: '更新次数',
      test: '测试',
      train: '训练',
      dropping: '训练（有单元失活时）',
    },
  },
})
