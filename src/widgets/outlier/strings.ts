import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'

const NAMES: Readonly<Record<string, string>> = { mse: 'MSE', mae: 'MAE', huber: 'Huber' }
const nameOf = (id: string): string => NAMES[id] ?? id
const CHOICES = { mse: 'MSE', mae: 'MAE', huber: 'Huber' }
const two = (value: number): string => formatNumber(value, { digits: 2 })

export default defineStrings<typeof spec>()({
  en: {
    params: {
      loss: { label: 'Your loss', short: 'Loss' },
      delta: { label: 'Where Huber turns straight', short: 'Huber' },
      learningRate: { label: 'Learning rate', short: 'Rate' },
      points: 'Points',
    },
    choices: { loss: CHOICES },
    metrics: { loss: 'Mean loss', slope: 'Slope of your line', height: 'Height of your line at x = 0' },
    presets: { none: 'No outlier', one: 'One outlier', two: 'Two outliers' },
    member: nameOf,
    place: nameOf,
    summary: ({ members, step }) => {
      const parts = members.map(({ id, frame }) =>
        frame ? `${nameOf(id)}: slope ${two(frame.slope)}, height ${two(frame.height)}` : nameOf(id),
      )
      return `Three straight lines fitted to the same points by gradient descent, after ${formatNumber(step)} updates. ${parts.join('; ')}.`
    },
    text: {
      plot: 'Points to drag, and the line that each loss draws through them',
      point: 'Point {n}',
      pull: 'Slope of each loss against the error of a point, with the points on the curve of your loss',
      error: 'error',
      slope: 'slope of the loss',
    },
  },
  zh: {
    params: {
      loss: { label: '你的损失', short: '损失' },
      delta: { label: 'Huber 由弯变直之处', short: 'Huber' },
      learningRate: '学习率',
      points: '数据点',
    },
    choices: { loss: CHOICES },
    metrics: { loss: '平均损失', slope: '你的直线的斜率', height: '你的直线在 x = 0 处的高度' },
    presets: { none: '没有离群点', one: '一个离群点', two: '两个离群点' },
    member: nameOf,
    place: nameOf,
    summary: ({ members, step }) => {
      const parts = members.map(({ id, frame }) =>
        frame ? `${nameOf(id)}：斜率 ${two(frame.slope)}，截距 ${two(frame.height)}` : nameOf(id),
      )
      return `三条直线用梯度下降拟合同一组点，已更新 ${formatNumber(step)} 次。${parts.join('；')}。`
    },
    text: {
      plot: '可拖动的数据点，以及每种损失拟合出的直线',
      point: '第 {n} 个点',
      pull: '各种损失的斜率随误差的变化，圆点是各数据点在你的损失曲线上的位置',
      error: '误差',
      slope: '损失的斜率',
    },
  },
})
