import { defineStrings } from '../../i18n/widgetStrings.ts'
import { followShapes, parseLayers, parseShape } from '../../math/shapes.ts'
import type spec from './spec.ts'
import { formatShape, wordProblem } from './view/words.ts'

const follow = (values: { readonly input: string; readonly layers: string }) => {
  const input = parseShape(values.input)
  return input && { input, ...followShapes(input, parseLayers(values.layers)) }
}

const en = {
  label: 'A tensor on its way through the layers.',
  input: 'input',
  weights: 'weights: ',
  total: 'Learned numbers in all: {total}.',
  stopped: 'Layer {n} does not fit.',
  'unknown-layer': 'There is no layer “{word}” here. Known: dense, conv, pool, global pool, flatten.',
  'needs-number': '“{word}” lacks a whole number of at least 1. Write dense 10, conv 8 5x5 or pool 2.',
  'unknown-word': '“{word}” means nothing here. After the numbers there may be stride 2, same or valid.',
  'bad-input':
    'An input is a length, such as 784, or a height, width and channels, such as 28x28x1; not “{word}”.',
  'needs-vector': 'A dense layer takes a list of numbers, not {shape}. Put flatten or global pool before it.',
  'needs-image':
    'This layer slides over height and width, and {shape} has none. It has to stand before flatten.',
  'window-too-large':
    'A window of {window} × {window} does not fit into {shape}. Make it smaller, or write same.',
}
const zh: typeof en = {
  label: '一个张量穿过各层。',
  input: '输入',
  weights: '权重：',
  total: '要学习的数一共 {total} 个。',
  stopped: '第 {n} 层接不上。',
  'unknown-layer': '这里没有“{word}”这种层。可以写：dense、conv、pool、global pool、flatten。',
  'needs-number': '“{word}”后面缺一个不小于 1 的整数。可以写 dense 10、conv 8 5x5 或 pool 2。',
  'unknown-word': '看不懂“{word}”。数字后面可以写 stride 2、same 或 valid。',
  'bad-input': '输入要写成长度（如 784），或者高、宽、通道（如 28x28x1），不能是“{word}”。',
  'needs-vector': '全连接层只收一串数，收不了 {shape}。请在它前面加 flatten 或 global pool。',
  'needs-image': '这一层要沿着高和宽滑动，而 {shape} 没有高和宽。它得放在 flatten 之前。',
  'window-too-large': '{window} × {window} 的窗口放不进 {shape}。请改小窗口，或者写上 same。',
}

export default defineStrings<typeof spec>()({
  en: {
    params: {
      input: { label: 'Input', help: 'A length, or height x width x channels.' },
      layers: {
        label: 'Layers',
        help: 'Separated by commas: conv 8 5x5, pool 2, flatten, dense 10; also stride 2, same, global pool.',
      },
    },
    choices: {},
    metrics: {},
    presets: {
      convolutional: 'Convolutional',
      dense: 'Dense only',
      strided: 'Strides, no pooling',
      broken: 'One that does not fit',
    },
    summary: ({ values }) => {
      const followed = follow(values)
      if (!followed) return wordProblem({ code: 'bad-input', word: values.input }, en)
      const shapes = [followed.input, ...followed.steps.map(({ shape }) => shape)].map(formatShape)
      return `The tensor’s shapes are ${shapes.join(', then ')}.${followed.problem ? ` ${wordProblem(followed.problem, en)}` : ''}`
    },
    text: en,
  },
  zh: {
    params: {
      input: { label: '输入', help: '写长度，或者 高x宽x通道。' },
      layers: {
        label: '各层',
        help: '用逗号隔开：conv 8 5x5, pool 2, flatten, dense 10；还可以写 stride 2、same、global pool。',
      },
    },
    choices: {},
    metrics: {},
    presets: {
      convolutional: '卷积网络',
      dense: '只有全连接层',
      strided: '用步幅代替池化',
      broken: '接不上的例子',
    },
    summary: ({ values }) => {
      const followed = follow(values)
      if (!followed) return wordProblem({ code: 'bad-input', word: values.input }, zh)
      const shapes = [followed.input, ...followed.steps.map(({ shape }) => shape)].map(formatShape)
      return `张量的形状依次是 ${shapes.join('、')}。${followed.problem ? wordProblem(followed.problem, zh) : ''}`
    },
    text: zh,
  },
})
