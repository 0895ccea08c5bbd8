import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'
import type { FitFrame } from './spec.ts'

const short = (value: number): string => formatNumber(value, { significant: 2 })
const numbersOf = (frame: FitFrame) => ({
  draws: formatNumber(frame.draws),
  test: short(frame.test[frame.degree] ?? 0),
  train: short(frame.train[frame.degree] ?? 0),
  bias: short(frame.bias[frame.degree] ?? 0),
  variance: short(frame.variance[frame.degree] ?? 0),
})

export default defineStrings<typeof spec>()({
  en: {
    params: {
      degree: 'Degree',
      points: { label: 'Points in each data set', short: 'Points' },
      noise: 'Noise',
      truth: 'Truth',
      ridge: {
        label: 'Penalty on the coefficients',
        short: 'Penalty',
        help: 'Adds λ times the sum of their squares.',
      },
      lambda: { label: 'Size of the penalty', short: 'Size' },
      seed: 'Seed',
    },
    choices: {
      truth: { sine: 'One wave', waves: 'Two waves', runge: 'Runge’s bell', step: 'A step', line: 'A line' },
    },
    metrics: { test: 'Test error', train: 'Training error', bias: 'Bias²', variance: 'Variance' },
    presets: {
      stiff: 'Too stiff: degree 1',
      fitting: 'Degree 7',
      through: 'Through every point: degree 14',
      beyond: 'More coefficients than points: degree 24',
      many: 'Degree 14, a hundred points',
      held: 'Degree 14 with a penalty',
    },
    summary: ({ members }) => {
      const frame = members[0]?.frame
      if (!frame) return 'No data set yet.'
      const { draws, test, train, bias, variance } = numbersOf(frame)
      return `Polynomials of degree ${frame.degree}, fitted to ${draws} data sets: training error ${train}, test error ${test}, bias squared ${bias}, variance ${variance}.`
    },
    text: {
      fits: 'Polynomials of degree {degree}, fitted to {draws} data sets from the same truth',
      point: 'Point {n}',
      truth: 'truth',
      fit: 'fit to these points',
      mean: 'mean of {draws} fits',
      meanLater: 'mean of all fits',
      errors: 'Mean squared errors against the degree, on a logarithmic axis',
      train: 'training',
      test: 'test',
      bias: 'bias²',
      variance: 'variance',
      noise: 'noise σ²',
      degree: 'degree',
      error: 'mean squared error, log scale',
    },
  },
  zh: {
    params: {
      degree: '次数',
      points: { label: '每个数据集的点数', short: '点数' },
      noise: '噪声',
      truth: '真相',
      ridge: { label: '惩罚系数', short: '惩罚', help: '损失再加上 λ 乘以各系数的平方和。' },
      lambda: { label: '惩罚的强度', short: '强度' },
      seed: '随机种子',
    },
    choices: {
      truth: { sine: '一个波', waves: '两个波', runge: '龙格函数', step: '台阶', line: '直线' },
    },
    metrics: { test: '测试误差', train: '训练误差', bias: '偏差²', variance: '方差' },
    presets: {
      stiff: '太僵：1 次',
      fitting: '7 次',
      through: '穿过每个点：14 次',
      beyond: '系数多于点数：24 次',
      many: '14 次，一百个点',
      held: '14 次，加惩罚',
    },
    summary: ({ members }) => {
      const frame = members[0]?.frame
      if (!frame) return '还没有数据集。'
      const { draws, test, train, bias, variance } = numbersOf(frame)
      return `用 ${frame.degree} 次多项式拟合 ${draws} 个数据集：训练误差 ${train}，测试误差 ${test}，偏差平方 ${bias}，方差 ${variance}。`
    },
    text: {
      fits: '{degree} 次多项式，拟合同一真相的 {draws} 个数据集',
      point: '第 {n} 个点',
      truth: '真相',
      fit: '对这些点的拟合',
      mean: '{draws} 次拟合的平均',
      meanLater: '所有拟合的平均',
      errors: '均方误差随次数的变化，纵轴为对数刻度',
      train: '训练',
      test: '测试',
      bias: '偏差²',
      variance: '方差',
      noise: '噪声 σ²',
      degree: '次数',
      error: '均方误差（对数刻度）',
    },
  },
})
