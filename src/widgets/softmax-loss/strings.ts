import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type { SpecValues } from '../../protocol/spec.ts'
import type spec from './spec.ts'
import { CLASSES, judge } from './spec.ts'

const EN = { cat: 'cat', dog: 'dog', bird: 'bird', fish: 'fish' } as const
const ZH = { cat: '猫', dog: '狗', bird: '鸟', fish: '鱼' } as const

const digits = (value: number): string => formatNumber(value, { digits: 3 })

/** "cat 0.237 (−0.763)" for each class. */
function listClasses(values: SpecValues<typeof spec>, names: Readonly<Record<string, string>>): string[] {
  const { probabilities, gradient } = judge(values)
  return CLASSES.map(
    (id, k) => `${names[id] ?? id} ${digits(probabilities[k] ?? 0)} (${digits(gradient[k] ?? 0)})`,
  )
}

export default defineStrings<typeof spec>()({
  en: {
    params: {
      target: { label: 'The right class', short: 'Right' },
      temperature: 'Temperature',
      smoothing: { label: 'Label smoothing', short: 'Smoothing' },
      classWeight: { label: 'Weight of the right class', short: 'Weight' },
      logits: 'Logits',
    },
    choices: { target: EN },
    metrics: {},
    presets: {},
    summary: ({ values }) =>
      `Cross-entropy ${digits(judge(values).loss)}; the right class is ${EN[values.target]}. Probability and slope by the logit: ${listClasses(values, EN).join(', ')}.`,
    text: {
      logitsLabel: 'Four logits to drag up and down',
      logits: 'logit z',
      logit: 'Logit of {name}',
      probabilitiesLabel:
        'The probabilities that softmax makes of the logits, and the target as dashed frames',
      probability: 'probability p',
      gradientLabel: 'The slope of the cross-entropy by each logit',
      gradient: 'slope by z',
      loss: 'Loss:',
      least: 'Least possible:',
      frames: 'Dashed: the target t',
    },
  },
  zh: {
    params: {
      target: { label: '正确的类别', short: '正确类' },
      temperature: '温度',
      smoothing: '标签平滑',
      classWeight: { label: '正确类的权重', short: '权重' },
      logits: 'logit',
    },
    choices: { target: ZH },
    metrics: {},
    presets: {},
    summary: ({ values }) =>
      `交叉熵 ${digits(judge(values).loss)}，正确的类别是${ZH[values.target]}。各类的概率与对 logit 的斜率：${listClasses(values, ZH).join('，')}。`,
    text: {
      logitsLabel: '四个可上下拖动的 logit',
      logits: 'logit z',
      logit: '{name}的 logit',
      probabilitiesLabel: 'softmax 由 logit 得出的概率，虚线框是目标',
      probability: '概率 p',
      gradientLabel: '交叉熵对每个 logit 的斜率',
      gradient: '对 z 的斜率',
      loss: '损失：',
      least: '最低可达：',
      frames: '虚线框：目标 t',
    },
  },
})
