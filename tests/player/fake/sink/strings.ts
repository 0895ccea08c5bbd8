import { formatNumber } from '../../../../src/i18n/number.ts'
import { defineStrings } from '../../../../src/i18n/widgetStrings.ts'
import type spec from './spec.ts'

export default defineStrings<typeof spec>()({
  en: {
    params: {
      rate: 'Learning rate',
      from: { label: 'Start', help: 'Where the ball is dropped.' },
      units: 'Units',
      rule: 'Update rule',
      beta: 'Momentum',
      others: 'Race against',
      layers: 'Layers',
      stack: 'Layers with activations',
      turn: 'Matrix',
      dots: 'Points',
      note: 'Note',
      formula: 'Formula',
      grid: 'Show the grid',
      secret: 'Secret',
      seed: 'Seed',
    },
    choices: {
      rule: { plain: 'Plain', momentum: 'Momentum', adam: 'Adam' },
      others: { a: 'First', b: 'Second', c: 'Third' },
      stack: { relu: 'ReLU', tanh: 'Tanh' },
    },
    metrics: { loss: 'Training loss', test: 'Test loss' },
    presets: { gentle: 'Gentle', wild: 'Wild' },
    place: () => 'the weight',
    summary: ({ members, step }) =>
      `After ${step} steps the weight is ${formatNumber(members[0]?.frame?.w ?? Number.NaN)}.`,
    text: { picture: 'The weight over time', put: 'Put it at 4', away: 'Put it at infinity' },
  },
  zh: {
    params: {
      rate: '学习率',
      from: { label: '起点', help: '小球从这里落下。' },
      units: '单元数',
      rule: '更新规则',
      beta: '动量',
      others: '与谁比赛',
      layers: '网络层',
      stack: '带激活函数的层',
      turn: '矩阵',
      dots: '数据点',
      note: '备注',
      formula: '公式',
      grid: '显示网格',
      secret: '秘密',
      seed: '随机种子',
    },
    choices: {
      rule: { plain: '普通', momentum: '动量', adam: 'Adam' },
      others: { a: '甲', b: '乙', c: '丙' },
      stack: { relu: '整流', tanh: '双曲正切' },
    },
    metrics: { loss: '训练损失', test: '测试损失' },
    presets: { gentle: '平缓', wild: '狂野' },
    place: () => '权重',
    summary: ({ members, step }) =>
      `走了 ${step} 步，权重为 ${formatNumber(members[0]?.frame?.w ?? Number.NaN)}。`,
    text: { picture: '权重随时间的变化', put: '放到 4', away: '放到无穷远' },
  },
})
