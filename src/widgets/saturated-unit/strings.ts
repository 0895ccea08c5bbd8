import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'

const EN: Readonly<Record<string, string>> = { mse: 'squared error', 'cross-entropy': 'cross-entropy' }
const ZH: Readonly<Record<string, string>> = { mse: '平方误差', 'cross-entropy': '交叉熵' }
const short = (value: number): string => formatNumber(value, { significant: 3 })

export default defineStrings<typeof spec>()({
  en: {
    params: {
      loss: { label: 'Your loss', short: 'Loss' },
      start: { label: 'Start', help: 'Or drag the ring in the picture.' },
      learningRate: { label: 'Learning rate', short: 'Rate' },
    },
    choices: { loss: { mse: 'Squared', 'cross-entropy': 'Cross-entropy' } },
    metrics: { missing: 'Gap 1 − p', loss: 'Loss', gradient: 'Slope by z' },
    presets: {},
    member: (id) => EN[id] ?? id,
    place: (id) => EN[id] ?? id,
    summary: ({ members, step }) => {
      const parts = members.map(({ id, frame }) =>
        frame
          ? `${EN[id] ?? id}: output ${short(frame.output)}, slope ${short(frame.gradient)}`
          : (EN[id] ?? id),
      )
      return `One sigmoid unit that should answer 1, trained with two losses, after ${formatNumber(step)} updates. ${parts.join('; ')}.`
    },
    text: {
      losses:
        'Both losses of the unit over its pre-activation z, with a ball for each run and a ring for the start',
      gradients: 'The slopes of both losses over z',
      outputs: 'The output of the unit against updates, for both losses',
      loss: 'loss',
      gradient: 'slope by z',
      start: 'Start z',
      updates: 'updates',
      output: 'output p (target 1)',
      outputShort: 'p',
    },
  },
  zh: {
    params: {
      loss: { label: '你的损失', short: '损失' },
      start: { label: '起点', help: '也可以直接拖图中的圆环。' },
      learningRate: '学习率',
    },
    choices: { loss: { mse: '平方误差', 'cross-entropy': '交叉熵' } },
    metrics: { missing: '差距 1 − p', loss: '损失', gradient: '对 z 的斜率' },
    presets: {},
    member: (id) => ZH[id] ?? id,
    place: (id) => ZH[id] ?? id,
    summary: ({ members, step }) => {
      const parts = members.map(({ id, frame }) =>
        frame
          ? `${ZH[id] ?? id}：输出 ${short(frame.output)}，斜率 ${short(frame.gradient)}`
          : (ZH[id] ?? id),
      )
      return `一个本应回答 1 的 sigmoid 单元，用两种损失训练，已更新 ${formatNumber(step)} 次。${parts.join('；')}。`
    },
    text: {
      losses: '两种损失随单元的预激活值 z 的变化，小球是两次运行，圆环是起点',
      gradients: '两种损失对 z 的斜率',
      outputs: '两种损失下单元的输出随更新次数的变化',
      loss: '损失',
      gradient: '对 z 的斜率',
      start: '起点 z',
      updates: '更新次数',
      output: '输出 p（目标为 1）',
      outputShort: 'p',
    },
  },
})
