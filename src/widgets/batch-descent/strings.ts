import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'
import { sizeOf } from './spec.ts'

const short = (value: number | null): string =>
  value === null ? '∞' : formatNumber(value, { significant: 2 })

export default defineStrings<typeof spec>()({
  en: {
    params: {
      batchSize: 'Batch size',
      learningRate: 'Learning rate',
      falling: {
        label: 'Let the rate fall',
        short: 'Falling',
        help: 'Halved after 50 updates, a third after 100.',
      },
      noise: 'Scatter of the data',
      others: 'Show all 256, and one',
      arrows: 'Ask 32 batches',
      axis: 'Count',
      seed: 'Seed',
    },
    choices: { axis: { updates: 'Updates', examples: 'Examples read' } },
    metrics: { excess: 'Excess loss', loss: 'Loss' },
    presets: {},
    member: (id) => (id === 'full' ? 'all 256' : id === 'single' ? 'one example' : 'your batch'),
    summary: ({ values, members, step }) => {
      const parts = members.map(({ id, frame }) => {
        const size = sizeOf(id, values.batchSize)
        return frame
          ? `batch ${size}: ${short(frame.excess)} above the best after ${formatNumber(frame.examples)} examples`
          : ''
      })
      return `Map of the mean squared error over slope and height of a line, after ${formatNumber(step)} updates. ${parts.join('; ')}.`
    },
    text: {
      map: 'Map of the mean squared error with the paths of gradient descent',
      slope: 'slope',
      height: 'height',
      best: 'best line',
      data: 'The data and the present line of each run',
      curve: 'Excess loss, above that of the best line, against updates or examples',
      updates: 'updates',
      examples: 'examples read',
      above: 'excess loss, log scale',
      means: 'Mean since update 100: {list}.',
      diverged: 'diverged',
      arrows: 'Ask 32 batches',
      count: 'Count examples read',
    },
  },
  zh: {
    params: {
      batchSize: '批大小',
      learningRate: '学习率',
      falling: { label: '让学习率下降', help: '50 次更新后减半，100 次后降到三分之一。' },
      noise: '数据的离散程度',
      others: '显示全量与单样本',
      arrows: '问问 32 个批次',
      axis: '计数方式',
      seed: '随机种子',
    },
    choices: { axis: { updates: '更新次数', examples: '已读样本' } },
    metrics: { excess: '与最优损失之差', loss: '损失' },
    presets: {},
    member: (id) => (id === 'full' ? '全部 256 个' : id === 'single' ? '单个样本' : '你的批次'),
    summary: ({ values, members, step }) => {
      const parts = members.map(({ id, frame }) => {
        const size = sizeOf(id, values.batchSize)
        return frame
          ? `批大小 ${size}：读过 ${formatNumber(frame.examples)} 个样本，比最优损失高 ${short(frame.excess)}`
          : ''
      })
      return `均方误差关于直线斜率与截距的地图，已更新 ${formatNumber(step)} 次。${parts.join('；')}。`
    },
    text: {
      map: '均方误差的地图与梯度下降的路径',
      slope: '斜率',
      height: '截距',
      best: '最优直线',
      data: '数据，以及每次运行当前的直线',
      curve: '与最优损失之差，随更新次数或已读样本的变化',
      updates: '更新次数',
      examples: '已读样本',
      above: '与最优损失之差（对数刻度）',
      means: '第 100 次更新以来的平均：{list}。',
      diverged: '已发散',
      arrows: '问问 32 个批次',
      count: '按已读样本计',
    },
  },
})
