import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import { getActivation } from '../../math/activations/index.ts'
import type { Locale } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { FUNCTIONS, type FunctionId } from './spec.ts'
import { compute } from './view/neuron.ts'

const names = (locale: Locale): Record<FunctionId, string> =>
  Object.fromEntries(FUNCTIONS.map((id) => [id, getActivation(id).labels[locale]])) as Record<
    FunctionId,
    string
  >

const shown = (value: number): string => formatNumber(value, { digits: 3 })

export default defineStrings<typeof spec>()({
  en: {
    params: {
      w1: { label: 'Weight of the first input', short: 'Weight 1' },
      w2: { label: 'Weight of the second input', short: 'Weight 2' },
      bias: 'Bias',
      activation: 'Activation',
      x1: 'First input',
      x2: 'Second input',
      picture: 'Picture',
    },
    choices: { activation: names('en'), picture: { map: 'Plane', surface: 'Surface' } },
    metrics: {},
    presets: {},
    summary: ({ values }) => {
      const { z, output } = compute(values)
      return `At the point (${shown(values.x1)}, ${shown(values.x2)}) the sum is ${shown(z)} and the neuron answers ${shown(output)}.`
    },
    text: {
      planeLabel:
        'The plane of both inputs: blue where the neuron’s sum is negative, orange where it is positive',
      surfaceLabel: 'The neuron’s output as a height over the plane of both inputs',
      arrow: 'Weights, the tip of the arrow',
      line: 'Bias, the line where the sum is zero',
      probe: 'The input point',
      sumLabel: 'The weighted sum and the output, with their numbers',
      curveLabel: 'The function {name}, with the neuron’s sum on it',
    },
  },
  zh: {
    params: {
      w1: { label: '第一个输入的权重', short: '权重 1' },
      w2: { label: '第二个输入的权重', short: '权重 2' },
      bias: '偏置',
      activation: '激活函数',
      x1: '第一个输入',
      x2: '第二个输入',
      picture: '画面',
    },
    choices: { activation: names('zh'), picture: { map: '平面', surface: '曲面' } },
    metrics: {},
    presets: {},
    summary: ({ values }) => {
      const { z, output } = compute(values)
      return `在点 (${shown(values.x1)}, ${shown(values.x2)}) 处，加权和为 ${shown(z)}，神经元输出 ${shown(output)}。`
    },
    text: {
      planeLabel: '两个输入构成的平面：加权和为负处是蓝色，为正处是橙色',
      surfaceLabel: '神经元的输出，画成输入平面上的高度',
      arrow: '权重：箭头的尖端',
      line: '偏置：加权和为零的那条线',
      probe: '输入点',
      sumLabel: '加权和与输出，写出每个数',
      curveLabel: '函数 {name}，以及神经元的加权和所在的位置',
    },
  },
})
