import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'

const EN: Readonly<Record<string, string>> = { forward: 'forward', reverse: 'reverse' }
const ZH: Readonly<Record<string, string>> = { forward: '前向', reverse: '反向' }
const show = (value: number): string => formatNumber(value, { digits: 3 })

export default defineStrings<typeof spec>()({
  en: {
    params: {
      direction: { label: 'Your divergence', short: 'Yours' },
      mean: { label: 'Start: mean of q', short: 'Mean' },
      deviation: { label: 'Start: deviation of q', short: 'Deviation' },
      gap: { label: 'Between p’s bumps', short: 'Gap' },
      share: { label: 'Share of the left bump', short: 'Left' },
      model: { label: 'Shape of q', short: 'q' },
      truth: { label: 'Shape of p’s bumps', short: 'p' },
      learningRate: { label: 'Learning rate', short: 'Rate' },
    },
    choices: {
      direction: { forward: 'Forward', reverse: 'Reverse' },
      model: { normal: 'Normal', edged: 'With edges' },
      truth: { normal: 'Normal', edged: 'With edges' },
    },
    metrics: {
      divergence: 'Divergence',
      forward: 'D(p‖q)',
      reverse: 'D(q‖p)',
      mean: 'Mean of q',
      deviation: 'Deviation of q',
    },
    presets: {},
    member: (id) => EN[id] ?? id,
    place: (id) => EN[id] ?? id,
    summary: ({ members, step }) => {
      const parts = members.map(({ id, frame }) =>
        frame
          ? `${EN[id] ?? id}: mean ${show(frame.mean)}, deviation ${show(frame.deviation)}, forward divergence ${show(frame.forward)}, reverse ${show(frame.reverse)}`
          : (EN[id] ?? id),
      )
      return `One bump q fitted to the two bumps of p by gradient descent, after ${formatNumber(step)} updates. ${parts.join('; ')}.`
    },
    text: {
      forward: 'Fitted by D(p‖q), forward',
      reverse: 'Fitted by D(q‖p), reverse',
      hills: 'density of p as a grey hill and of q as a line, with a ring for the start',
      density: 'density',
      start: 'Mean of q at the start',
      partsLabel: 'what each place adds to the divergence',
      slope: 'slope by μ {mean}, by log σ {deviation}',
      noSlope: 'infinite: no slope, q stays',
    },
  },
  zh: {
    params: {
      direction: { label: '你的散度', short: '散度' },
      mean: { label: '起点：q 的均值', short: '均值' },
      deviation: { label: '起点：q 的标准差', short: '标准差' },
      gap: { label: 'p 两峰的间距', short: '间距' },
      share: { label: '左峰的份额', short: '左峰' },
      model: { label: 'q 的形状', short: 'q' },
      truth: { label: 'p 两峰的形状', short: 'p' },
      learningRate: '学习率',
    },
    choices: {
      direction: { forward: '前向', reverse: '反向' },
      model: { normal: '正态', edged: '有边界' },
      truth: { normal: '正态', edged: '有边界' },
    },
    metrics: {
      divergence: '散度',
      forward: 'D(p‖q)',
      reverse: 'D(q‖p)',
      mean: 'q 的均值',
      deviation: 'q 的标准差',
    },
    presets: {},
    member: (id) => ZH[id] ?? id,
    place: (id) => ZH[id] ?? id,
    summary: ({ members, step }) => {
      const parts = members.map(({ id, frame }) =>
        frame
          ? `${ZH[id] ?? id}：均值 ${show(frame.mean)}，标准差 ${show(frame.deviation)}，前向散度 ${show(frame.forward)}，反向散度 ${show(frame.reverse)}`
          : (ZH[id] ?? id),
      )
      return `用梯度下降让单峰的 q 去拟合双峰的 p，已更新 ${formatNumber(step)} 次。${parts.join('；')}。`
    },
    text: {
      forward: '按前向 D(p‖q) 拟合',
      reverse: '按反向 D(q‖p) 拟合',
      hills: '灰色山形是 p 的密度，线是 q 的密度，圆环是起点',
      density: '密度',
      start: '起点处 q 的均值',
      partsLabel: '各处对散度的贡献',
      slope: '对 μ 的斜率 {mean}，对 log σ {deviation}',
      noSlope: '无穷大：没有斜率，q 停在原地',
    },
  },
})
