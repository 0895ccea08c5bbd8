import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'

const EN = {
  constant: 'Constant',
  'step-decay': 'Step',
  exponential: 'Exponential',
  cosine: 'Cosine',
  'linear-warmup': 'Warm-up',
  'warmup-cosine': 'Warm-up, cosine',
}
const ZH = {
  constant: '恒定',
  'step-decay': '阶梯',
  exponential: '指数',
  cosine: '余弦',
  'linear-warmup': '预热',
  'warmup-cosine': '预热 + 余弦',
}
const name = (words: Readonly<Record<string, string>>, id: string, unclipped: string): string =>
  id === 'unclipped' ? unclipped : (words[id] ?? id)

export default defineStrings<typeof spec>()({
  en: {
    params: {
      schedule: 'Your schedule',
      learningRate: 'Peak rate',
      rule: 'Update rule',
      clip: { label: 'Clip the gradient', short: 'Clip' },
      clipNorm: { label: 'Longest gradient', short: 'Limit' },
      others: 'Race against',
      shown: 'Below the rate',
      seed: 'Seed',
    },
    choices: {
      schedule: EN,
      others: EN,
      rule: { sgd: 'Plain', momentum: 'Momentum', adam: 'Adam' },
      shown: { loss: 'Loss', gradient: 'Gradient' },
    },
    metrics: { loss: 'Training loss', gradient: 'Length of the gradient' },
    presets: {},
    member: (id) => name(EN, id, 'unclipped').toLowerCase(),
    summary: ({ members, step }) => {
      const parts = members.map(({ id, frame }) => {
        const loss = frame?.loss == null ? 'no number' : formatNumber(frame.loss, { significant: 2 })
        const clipped = frame && frame.clipped > 0 ? `, clipped ${formatNumber(frame.clipped)} times` : ''
        return `${name(EN, id, 'unclipped')}: loss ${loss}${clipped}`
      })
      return `Learning-rate schedules on one network after ${formatNumber(step)} updates. ${parts.join('; ')}.`
    },
    text: {
      rates: 'The learning rate of each schedule against updates',
      losses: 'Training loss under each schedule against updates',
      gradients: 'Length of each batch’s gradient before clipping, against updates',
      rate: 'learning rate',
      loss: 'training loss, log scale',
      gradient: 'length of the gradient, log scale',
      updates: 'updates',
      shown: 'Show the gradient’s length',
      limit: 'limit, reached {count} times',
      right: ', {share}\u00a0% right',
      diverged: 'diverged',
      unclipped: 'unclipped',
      clipped: 'clipped',
    },
  },
  zh: {
    params: {
      schedule: '你的调度方式',
      learningRate: '峰值学习率',
      rule: '更新规则',
      clip: { label: '裁剪梯度', short: '裁剪' },
      clipNorm: { label: '梯度长度上限', short: '上限' },
      others: '与谁比赛',
      shown: '学习率下方',
      seed: '随机种子',
    },
    choices: {
      schedule: ZH,
      others: ZH,
      rule: { sgd: '普通', momentum: '动量', adam: 'Adam' },
      shown: { loss: '损失', gradient: '梯度' },
    },
    metrics: { loss: '训练损失', gradient: '梯度长度' },
    presets: {},
    member: (id) => name(ZH, id, '不裁剪'),
    summary: ({ members, step }) => {
      const parts = members.map(({ id, frame }) => {
        const loss = frame?.loss == null ? '已不是数' : ` ${formatNumber(frame.loss, { significant: 2 })}`
        const clipped = frame && frame.clipped > 0 ? `，裁剪 ${formatNumber(frame.clipped)} 次` : ''
        return `${name(ZH, id, '不裁剪')}：损失${loss}${clipped}`
      })
      return `同一网络上的几种学习率调度，已更新 ${formatNumber(step)} 次。${parts.join('；')}。`
    },
    text: {
      rates: '每种调度的学习率随更新次数的变化',
      losses: '每种调度下训练损失随更新次数的变化',
      gradients: '裁剪前每个批次的梯度长度随更新次数的变化',
      rate: '学习率',
      loss: '训练损失（对数刻度）',
      gradient: '梯度长度（对数刻度）',
      updates: '更新次数',
      shown: '改看梯度长度',
      limit: '上限，触及 {count} 次',
      right: '，正确 {share}%',
      diverged: '已发散',
      unclipped: '不裁剪',
      clipped: '裁剪',
    },
  },
})
