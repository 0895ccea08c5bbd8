import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import { asFunctions } from '../../math/activation.ts'
import { getActivation } from '../../math/activations/index.ts'
import { softmax } from '../../math/softmax.ts'
import type { Locale } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { FUNCTIONS, type FunctionId } from './spec.ts'

const names = (locale: Locale): Record<FunctionId, string> =>
  Object.fromEntries(FUNCTIONS.map((id) => [id, getActivation(id).labels[locale]])) as Record<
    FunctionId,
    string
  >

const digits = (value: number): string => formatNumber(value, { digits: 3 })

/** "Sigmoid 0.731 (slope 0.197)" for each shown function. */
function listValues(functions: readonly FunctionId[], x: number, locale: Locale, slope: string): string[] {
  return [...new Set(functions)].map((id) => {
    const f = asFunctions(getActivation(id))
    return `${getActivation(id).labels[locale]} ${digits(f.value(x))} (${slope} ${digits(f.derivative(x))})`
  })
}

export default defineStrings<typeof spec>()({
  en: {
    params: {
      panel: 'Picture',
      functions: 'Functions',
      focus: 'Tangent of',
      x: { label: 'Input', help: 'Or drag the ring in the picture.' },
      leakySlope: { label: 'Leaky ReLU’s slope below 0', short: 'Leaky slope' },
      preluSlope: { label: 'PReLU’s slope below 0', short: 'PReLU slope' },
      eluDepth: { label: 'Depth of ELU’s floor', short: 'ELU depth' },
      sharpness: { label: 'Sharpness of swish', short: 'Swish' },
      saturation: 'Show where it saturates',
      logits: 'Logits',
      temperature: 'Temperature',
    },
    choices: {
      panel: { curves: 'Curves', softmax: 'Softmax' },
      functions: names('en'),
      focus: names('en'),
    },
    metrics: {},
    presets: {},
    summary: ({ values }) =>
      values.panel === 'softmax'
        ? `Softmax turns the logits ${(values.logits[0] ?? []).map((z) => formatNumber(z)).join(', ')} into the probabilities ${[...softmax(values.logits[0] ?? [], values.temperature)].map(digits).join(', ')}.`
        : `At x = ${formatNumber(values.x)}: ${listValues(values.functions, values.x, 'en', 'slope').join('; ')}.`,
    text: {
      valuesLabel: 'The chosen activation functions, with a tangent at x',
      slopesLabel: 'Their derivatives on the same axis',
      handle: 'Input x',
      slope: 'slope',
      saturated: 'saturated',
      chooseFocus: 'Function whose tangent and saturation are drawn',
      flatFor: 'saturated for',
      never: 'not saturated here',
      or: ' or ',
      logitsLabel: 'Three logits to drag up and down',
      logits: 'logit',
      logit: 'Logit',
      probabilitiesLabel: 'The probabilities that softmax makes of the logits',
      probability: 'probability',
      class: 'class',
    },
  },
  zh: {
    params: {
      panel: '画面',
      functions: '函数',
      focus: '画谁的切线',
      x: { label: '输入', help: '也可以直接拖图中的圆环。' },
      leakySlope: { label: 'Leaky ReLU 负半轴斜率', short: 'Leaky 斜率' },
      preluSlope: { label: 'PReLU 负半轴斜率', short: 'PReLU 斜率' },
      eluDepth: { label: 'ELU 的负饱和深度', short: 'ELU 深度' },
      sharpness: { label: 'Swish 的陡峭程度', short: 'Swish' },
      saturation: '标出饱和区',
      logits: 'Logit',
      temperature: '温度',
    },
    choices: {
      panel: { curves: '曲线', softmax: 'Softmax' },
      functions: names('zh'),
      focus: names('zh'),
    },
    metrics: {},
    presets: {},
    summary: ({ values }) =>
      values.panel === 'softmax'
        ? `Softmax 把 ${(values.logits[0] ?? []).map((z) => formatNumber(z)).join('、')} 变成概率 ${[...softmax(values.logits[0] ?? [], values.temperature)].map(digits).join('、')}。`
        : `x = ${formatNumber(values.x)} 处：${listValues(values.functions, values.x, 'zh', '斜率').join('；')}。`,
    text: {
      valuesLabel: '选中的激活函数，以及 x 处的切线',
      slopesLabel: '同一横轴上的导数',
      handle: '输入 x',
      slope: '斜率',
      saturated: '饱和区',
      chooseFocus: '选择画切线和饱和区的函数',
      flatFor: '饱和：',
      never: '此范围内不饱和',
      or: ' 或 ',
      logitsLabel: '三个可以上下拖动的 logit',
      logits: 'logit',
      logit: '第几个 logit：',
      probabilitiesLabel: 'Softmax 由这些 logit 算出的概率',
      probability: '概率',
      class: '类别',
    },
  },
})
