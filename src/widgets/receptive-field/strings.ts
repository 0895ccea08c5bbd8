import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'
import type { FieldValues } from './spec.ts'
import { compute } from './spec/computed.ts'

/** r after each layer, and the measured side. */
function tell(values: FieldValues): { readonly grows: string; readonly effective: string | null } {
  const { sizes, drawn } = compute(values)
  return {
    grows: sizes.map(({ size }) => formatNumber(size)).join(', '),
    effective: drawn ? formatNumber(drawn.effective.effective, { digits: 1 }) : null,
  }
}

export default defineStrings<typeof spec>()({
  en: {
    params: {
      weights: { label: 'Weights of the convolutions', short: 'Weights' },
      draws: { label: 'Networks to average over', short: 'Networks' },
      seed: 'Seed',
      layers: 'Layers',
    },
    choices: { weights: { random: 'Random', equal: 'All equal' } },
    metrics: {},
    presets: {
      mixed: 'Convolutions and pooling',
      lenet: 'LeNet’s order',
      deep: 'Eight of 3 × 3',
      dilated: 'Dilations 1, 2, 4',
      holes: 'Dilations 2, 2, 2',
      strided: 'Strides of 2',
    },
    summary: ({ values }) => {
      const { grows, effective } = tell(values)
      return `From the input up, a unit sees ${grows} cells along a side.${effective === null ? '' : ` What acts on it strongly is about as much as a square of ${effective} cells.`}`
    },
    text: {
      input: 'input',
      conv: 'conv',
      pool: 'pool',
      layer: 'Layer',
      kernel: 'kernel',
      stride: 'stride',
      dilation: 'dilation',
      field: 'r ← r + (k − 1)d·j',
      jump: 'j ← j·s',
      remove: 'Remove',
      addConv: 'Add a convolution',
      addPool: 'Add a pooling layer',
      cone: 'One row of the input and of each map; the top unit sees {r} cells. Arrow keys choose another unit. Chosen, and cells that it sees:',
      effective: 'How strongly each cell acts',
      effectiveLabel:
        'The effective field: the size of the gradient of the top unit with respect to each cell of the input.',
      sizes: 'Theoretical field: {r} cells along a side. Effective field: as much as a square of {e}.',
      tooLarge: 'The field has {r} cells along a side; up to {most} it is drawn and measured.',
    },
  },
  zh: {
    params: {
      weights: { label: '卷积的权重', short: '权重' },
      draws: { label: '对几个网络取平均', short: '网络数' },
      seed: '随机种子',
      layers: '各层',
    },
    choices: { weights: { random: '随机', equal: '全部相等' } },
    metrics: {},
    presets: {
      mixed: '卷积加池化',
      lenet: 'LeNet 的次序',
      deep: '八层 3 × 3',
      dilated: '空洞 1、2、4',
      holes: '空洞 2、2、2',
      strided: '步幅都是 2',
    },
    summary: ({ values }) => {
      const { grows, effective } = tell(values)
      return `从输入往上，一个单元沿一边看到的格数依次是 ${grows}。${effective === null ? '' : `真正有力地影响它的，约合边长 ${effective} 格的方块。`}`
    },
    text: {
      input: '输入',
      conv: '卷积',
      pool: '池化',
      layer: '层',
      kernel: '核',
      stride: '步幅',
      dilation: '空洞',
      field: 'r ← r + (k − 1)d·j',
      jump: 'j ← j·s',
      remove: '删除',
      addConv: '加一层卷积',
      addPool: '加一层池化',
      cone: '输入和各层特征图的一行；最上面的单元看到 {r} 格。用方向键选别的单元。现在选的和它看到的格数：',
      effective: '每一格的影响有多强',
      effectiveLabel: '有效感受野：最上面的单元对输入每一格的梯度有多大。',
      sizes: '理论感受野：每边 {r} 格。有效感受野：约合边长 {e} 格的方块。',
      tooLarge: '感受野每边有 {r} 格；不超过 {most} 格时才画出来、量出来。',
    },
  },
})
