import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import { namedKernels, KERNELS, type KernelId } from '../../math/kernels.ts'
import { imagePatterns, PATTERNS, type PatternId } from '../../math/imagePatterns.ts'
import type { Locale } from '../../protocol/view.ts'
import type spec from './spec.ts'
import type { PoolingValues } from './spec.ts'
import { compute } from './spec/computed.ts'

const patterns = (locale: Locale): Record<PatternId, string> =>
  Object.fromEntries(PATTERNS.map((id) => [id, imagePatterns[id].labels[locale]])) as Record<
    PatternId,
    string
  >
const kernels = (locale: Locale): Record<KernelId, string> =>
  Object.fromEntries(KERNELS.map((id) => [id, namedKernels[id].labels[locale]])) as Record<KernelId, string>

const percent = (share: number): string => `${formatNumber(share * 100, { digits: 0 })}%`
function tell(values: PoolingValues) {
  const { change, pooled } = compute(values)
  return { size: pooled[0].before.width, shares: [change, ...pooled.map((one) => one.change)].map(percent) }
}

export default defineStrings<typeof spec>()({
  en: {
    params: {
      window: 'Window',
      stride: 'Stride',
      shift: { label: 'Push the picture to the right by', short: 'Push', unit: 'cells' },
      image: 'Image',
      map: { label: 'What is pooled', short: 'Map' },
      row: 'Row',
      column: 'Column',
    },
    choices: { image: patterns('en'), map: { ...kernels('en'), none: 'The picture itself' } },
    metrics: {},
    presets: {
      halved: 'Window 2, stride 2',
      overlapping: 'Overlapping windows',
      dense: 'Stride 1',
      whole: 'Push by a whole stride',
      checkerboard: 'Checkerboard',
    },
    summary: ({ values }) => {
      const { size, shares } = tell(values)
      return `Pooling leaves ${size} × ${size} cells. With the picture pushed by ${values.shift}, the map changes by ${shares[0]}, its max pooling by ${shares[1]}, its average pooling by ${shares[2]}.`
    },
    text: {
      map: 'Map',
      shifted: 'Pushed by {n}',
      max: 'Max',
      average: 'Average',
      mapLabel: 'The map before pooling.',
      shiftedLabel: 'The map of the picture pushed to the right.',
      maxLabel: 'The largest number of each window. Arrow keys move the window.',
      averageLabel: 'The mean of each window. Arrow keys move the window.',
      at: 'Row {row}, column {column}: {value}.',
      changed: '{n} changed',
      same: 'the same as before the push',
    },
  },
  zh: {
    params: {
      window: '窗口',
      stride: '步幅',
      shift: { label: '把图向右推', short: '右推', unit: '格' },
      image: '图像',
      map: { label: '对什么做池化', short: '对象' },
      row: '行',
      column: '列',
    },
    choices: { image: patterns('zh'), map: { ...kernels('zh'), none: '图像本身' } },
    metrics: {},
    presets: {
      halved: '窗口 2，步幅 2',
      overlapping: '窗口互相重叠',
      dense: '步幅 1',
      whole: '正好推一个步幅',
      checkerboard: '棋盘格',
    },
    summary: ({ values }) => {
      const { size, shares } = tell(values)
      return `池化后剩 ${size} × ${size} 格。把图推 ${values.shift} 格，特征图变化 ${shares[0]}，最大池化变化 ${shares[1]}，平均池化变化 ${shares[2]}。`
    },
    text: {
      map: '特征图',
      shifted: '右推 {n} 格',
      max: '取最大',
      average: '取平均',
      mapLabel: '池化之前的特征图。',
      shiftedLabel: '图像右推之后的特征图。',
      maxLabel: '每个窗口里的最大值。方向键移动窗口。',
      averageLabel: '每个窗口的平均值。方向键移动窗口。',
      at: '第 {row} 行第 {column} 列：{value}。',
      changed: '变了 {n}',
      same: '与右推之前相同',
    },
  },
})
