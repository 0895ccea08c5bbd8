import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'

const short = (value: number): string => formatNumber(value, { significant: 2 })

export default defineStrings<typeof spec>()({
  en: {
    params: {
      batchSize: {
        label: 'Batch size',
        help: 'Examples averaged for one update of your run. 256 is the whole training set.',
      },
      learningRate: 'Learning rate',
      falling: {
        label: 'Let the rate fall',
        help: 'The rate is halved after 50 updates, divided by 3 after 100…',
      },
      noise: { label: 'Scatter of the data', help: 'Standard deviation of the points about the true line.' },
      others: {
        label: 'Show all and one',
        help: 'Runs with the whole training set and with one example per update.',
      },
      arrows: {
        label: 'Ask 32 batches',
        help: 'Draws the update that each of 32 other batches would make here.',
      },
      axis: 'Count',
      seed: 'Seed',
    },
    choices: { axis: { updates: 'Updates', examples: 'Examples read' } },
    metrics: { excess: 'Loss above the best', loss: 'Loss', examples: 'Examples read' },
    presets: {},
    member: (id) => (id === 'full' ? 'all 256' : id === 'single' ? 'one example' : 'your batch'),
    summary: ({ values, members, step }) => {
      const parts = members.map(({ id, frame }) => {
        const size = id === 'full' ? 256 : id === 'single' ? 1 : values.batchSize
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
      curve: 'Loss above the smallest possible, against updates or examples',
      updates: 'updates',
      examples: 'examples read',
      above: 'loss above the best',
      diverged: 'diverged',
    },
  },
  zh: {
    params: {
      batchSize: { label: '批大小', help: '你的运行每次更新用多少个样本求平均。256 就是整个训练集。' },
      learningRate: '学习率',
      falling: { label: '让学习率下降', help: '50 次更新后减半，100 次后降到三分之一，依此类推。' },
      noise: { label: '数据的离散程度', help: '数据点偏离真实直线的标准差。' },
      others: { label: '显示全量与单样本', help: '另外两次运行：每次更新分别用整个训练集和一个样本。' },
      arrows: { label: '问问 32 个批次', help: '画出另外 32 个批次在此处各自会作出的更新。' },
      axis: '计数方式',
      seed: '随机种子',
    },
    choices: { axis: { updates: '更新次数', examples: '已读样本' } },
    metrics: { excess: '与最优损失之差', loss: '损失', examples: '已读样本' },
    presets: {},
    member: (id) => (id === 'full' ? '全部 256 个' : id === 'single' ? '单个样本' : '你的批次'),
    summary: ({ values, members, step }) => {
      const parts = members.map(({ id, frame }) => {
        const size = id === 'full' ? 256 : id === 'single' ? 1 : values.batchSize
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
      above: '与最优损失之差',
      diverged: '已发散',
    },
  },
})
