import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import { namedKernels, KERNELS, type KernelId } from '../../math/kernels.ts'
import { imagePatterns, PATTERNS, type PatternId } from '../../math/imagePatterns.ts'
import type { Locale } from '../../protocol/view.ts'
import type spec from './spec.ts'
import type { ConvolutionValues } from './spec.ts'
import { compute } from './spec/computed.ts'
import { LEARNED, type LearnedId } from './spec/learned.ts'

const patterns = (locale: Locale): Record<PatternId, string> =>
  Object.fromEntries(PATTERNS.map((id) => [id, imagePatterns[id].labels[locale]])) as Record<
    PatternId,
    string
  >
const filters = (locale: Locale): Record<KernelId, string> =>
  Object.fromEntries(KERNELS.map((id) => [id, namedKernels[id].labels[locale]])) as Record<KernelId, string>
const learned = (name: string): Record<LearnedId, string> =>
  Object.fromEntries(LEARNED.map((id, i) => [id, `${name} ${i + 1}`])) as Record<LearnedId, string>

/** Sizes, the chosen cell and its number. */
function tell(values: ConvolutionValues) {
  const { image, output, row, column } = compute(values)
  const value = output.values[row * output.width + column] ?? Number.NaN
  return {
    input: `${image.height} × ${image.width}`,
    output: `${output.height} × ${output.width}`,
    row: row + 1,
    column: column + 1,
    value: formatNumber(value, { digits: 2, trim: true }),
    fits: output.values.length > 0,
  }
}

export default defineStrings<typeof spec>()({
  en: {
    params: {
      image: 'Image',
      side: { label: 'Cells along a side', short: 'Cells' },
      channels: 'Channels',
      numbers: { label: 'Numbers in all cells', short: 'Numbers' },
      filter: {
        label: 'Kernel',
        help: 'Change any of its numbers under the maps. The learned ones come from first layers of the digits lab, trained to read digits.',
      },
      size: { label: 'Size of the kernel', short: 'Size' },
      stride: 'Stride',
      padding: 'Padding',
      pad: { label: 'Cells of padding', short: 'Cells' },
      dilation: 'Dilation',
      small: 'Own 3 × 3 kernel',
      large: 'Own 5 × 5 kernel',
      drawn: 'Drawing',
      row: 'Row',
      column: 'Column',
    },
    choices: {
      image: { ...patterns('en'), own: 'Your drawing' },
      side: { '12': '12', '28': '28' },
      channels: { '1': 'One (ink)', '3': 'Three (RGB)' },
      filter: { ...filters('en'), ...learned('Learned'), own: 'Your own' },
      size: { '3': '3 × 3', '5': '5 × 5' },
      padding: { valid: 'None (valid)', same: 'Same size', number: 'A number' },
    },
    groups: { image: 'Image', kernel: 'Kernel', slide: 'Sliding' },
    metrics: {},
    presets: {
      edges: 'Upright edges',
      blur: 'Blur a landscape',
      emboss: 'Emboss a landscape',
      strided: 'Stride 2',
      dilated: 'Dilation 2',
      colour: 'A detector of red',
    },
    summary: ({ values }) => {
      const { input, output, row, column, value, fits } = tell(values)
      return fits
        ? `The kernel makes a map of ${output} cells from an image of ${input}. Row ${row}, column ${column} of the map is ${value}.`
        : `The kernel does not fit into an image of ${input}.`
    },
    text: {
      input: 'Input',
      output: 'Output',
      inputLabel: 'Input image. Draw on it: arrow keys move, Enter changes a cell.',
      inputAt: 'Row {row}, column {column}: {value}.',
      outputLabel: 'Output map. Point at a cell, or use the arrow keys, to see its sum.',
      outputAt: 'Row {row}, column {column}: {value}.',
      scale: 'output, negative to positive',
      noFit:
        'The kernel reaches over {span} cells, the image has {side}: there is no place where it fits. Give it padding.',
      window: 'Window',
      kernel: 'Kernel',
      products: 'Products',
      weightAt: 'Weight in row {row}, column {column}',
      pen: 'Your pen',
      slice: 'Slice shown below',
      'pen-red': 'Red',
      'pen-green': 'Green',
      'pen-blue': 'Blue',
      'pen-black': 'Black',
      'pen-white': 'White',
    },
  },
  zh: {
    params: {
      image: '图像',
      side: { label: '每边格数', short: '格数' },
      channels: '通道',
      numbers: { label: '每格都写出数', short: '数字' },
      filter: {
        label: '卷积核',
        help: '核里的每个数都可以在图下直接改。“学到的”是数字实验室里的网络学会读数字之后，第一层里的卷积核。',
      },
      size: { label: '核的大小', short: '大小' },
      stride: '步幅',
      padding: '填充',
      pad: { label: '填充格数', short: '格数' },
      dilation: '空洞',
      small: '自定的 3 × 3 核',
      large: '自定的 5 × 5 核',
      drawn: '画',
      row: '行',
      column: '列',
    },
    choices: {
      image: { ...patterns('zh'), own: '你画的' },
      side: { '12': '12', '28': '28' },
      channels: { '1': '一个（墨）', '3': '三个（RGB）' },
      filter: { ...filters('zh'), ...learned('学到的'), own: '你自己的' },
      size: { '3': '3 × 3', '5': '5 × 5' },
      padding: { valid: '不填（valid）', same: '大小不变', number: '指定格数' },
    },
    groups: { image: '图像', kernel: '卷积核', slide: '滑动' },
    metrics: {},
    presets: {
      edges: '竖直边缘',
      blur: '模糊一幅风景',
      emboss: '给风景做浮雕',
      strided: '步幅为 2',
      dilated: '空洞为 2',
      colour: '红色检测器',
    },
    summary: ({ values }) => {
      const { input, output, row, column, value, fits } = tell(values)
      return fits
        ? `卷积核把 ${input} 的图像变成 ${output} 的特征图，其中第 ${row} 行第 ${column} 列是 ${value}。`
        : `卷积核放不进 ${input} 的图像。`
    },
    text: {
      input: '输入',
      output: '输出',
      inputLabel: '输入图像。可以在上面画：方向键移动，回车键改变一格。',
      inputAt: '第 {row} 行第 {column} 列：{value}。',
      outputLabel: '输出的特征图。指向一格，或用方向键走到那里，就能看到它的和。',
      outputAt: '第 {row} 行第 {column} 列：{value}。',
      scale: '输出，从负到正',
      noFit: '核要跨过 {span} 格，图像只有 {side} 格，哪里都放不下。请加一些填充。',
      window: '窗口',
      kernel: '核',
      products: '乘积',
      weightAt: '第 {row} 行第 {column} 列的权重',
      pen: '画笔',
      slice: '下面显示哪一层',
      'pen-red': '红',
      'pen-green': '绿',
      'pen-blue': '蓝',
      'pen-black': '黑',
      'pen-white': '白',
    },
  },
})
