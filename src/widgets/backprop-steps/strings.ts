import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import { getActivation } from '../../math/activations/index.ts'
import type { Locale } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { HIDDEN, PASS, type HiddenId, type StepsFrame } from './spec.ts'

const functions = (locale: Locale): Record<HiddenId, string> =>
  Object.fromEntries(HIDDEN.map((id) => [id, getActivation(id).labels[locale]])) as Record<HiddenId, string>

/** Where in its pass a frame stands, as texts. */
const place = (frame: StepsFrame) => ({
  pass: formatNumber(frame.pass),
  done: formatNumber(frame.done),
  loss: formatNumber(frame.loss, { significant: 4 }),
})

export default defineStrings<typeof spec>()({
  en: {
    params: {
      learningRate: 'Learning rate',
      hidden: { label: 'Hidden activation', short: 'Hidden' },
      answer: { label: 'Output and loss', short: 'Output' },
      x1: 'First input',
      x2: 'Second input',
      target: { label: 'Target', help: 'A yes or no has a target from 0 to 1.' },
      nudge: {
        label: 'Step of the check',
        short: 'Check',
        help: 'Each check moves one weight by h to either side.',
      },
      chosen: 'Weight taken apart',
      weights: 'Weights',
    },
    choices: {
      hidden: functions('en'),
      answer: { number: 'A number', 'yes-or-no': 'Yes or no' },
    },
    metrics: { loss: 'Loss' },
    presets: {
      plain: 'As in the text',
      saturated: 'Saturated sigmoids',
      alike: 'All weights alike',
      zero: 'All weights zero',
      reference: 'Numbers checked with PyTorch',
    },
    summary: ({ members }) => {
      const frame = members[0]?.frame
      if (!frame || frame.done === 0)
        return 'Nothing has been computed yet: only inputs, weights and target are known.'
      const { pass, done, loss } = place(frame)
      return `Pass ${pass}, operation ${done} of ${PASS}.${frame.done >= 13 ? ` The loss of this pass is ${loss}.` : ''}`
    },
    text: {
      network: 'The network with all its numbers; choose a weight to take its gradient apart',
      inputs: 'inputs',
      layer: 'layer',
      output: 'output',
      linear: 'linear',
      row: '{symbol}: value {value}, gradient {slope}',
      unknown: 'not computed yet',
      black: 'left: the value, a dot until it is known',
      coloured: 'right: the loss’s gradient along it,',
      negative: 'below 0',
      positive: 'above 0',
      program: 'The program, with the current line lit',
      start: 'Nothing is computed yet. Take one step.',
      title: 'Pass {pass}, operation {n} of {all}: {kind}',
      sum: 'weighted sum',
      activate: 'activation',
      loss: 'loss',
      'loss-slope': 'the loss’s own slope',
      'sum-slope': 'back through the activation',
      'weight-slopes': 'to the weights',
      'activation-slope': 'back through the weights',
      update: 'update, here for the chosen weight',
      paths: 'The chosen gradient, path by path: {n} ways lead to the loss',
      path: 'The chosen gradient: one way leads to the loss',
      later: 'The numbers follow when the forward pass is done.',
      difference: 'Finite difference:',
      apart: 'Relative difference:',
    },
  },
  zh: {
    params: {
      learningRate: '学习率',
      hidden: { label: '隐藏层激活函数', short: '隐藏层' },
      answer: { label: '输出与损失', short: '输出' },
      x1: '第一个输入',
      x2: '第二个输入',
      target: { label: '目标', help: '“是或否”的目标在 0 与 1 之间。' },
      nudge: { label: '检验的步长', short: '检验', help: '检验时，把一个权重向两侧各挪 h。' },
      chosen: '拆开哪个权重',
      weights: '权重',
    },
    choices: {
      hidden: functions('zh'),
      answer: { number: '一个数', 'yes-or-no': '是或否' },
    },
    metrics: { loss: '损失' },
    presets: {
      plain: '正文中的数',
      saturated: '饱和的 sigmoid',
      alike: '权重全都相同',
      zero: '权重全都为零',
      reference: '与 PyTorch 核对过的数',
    },
    summary: ({ members }) => {
      const frame = members[0]?.frame
      if (!frame || frame.done === 0) return '还什么都没有算，只有输入、权重和目标是已知的。'
      const { pass, done, loss } = place(frame)
      return `第 ${pass} 遍，第 ${done} 个运算（共 ${PASS} 个）。${frame.done >= 13 ? `这一遍的损失是 ${loss}。` : ''}`
    },
    text: {
      network: '写出全部数值的网络；选一个权重，便可把它的梯度拆开来看',
      inputs: '输入',
      layer: '层',
      output: '输出',
      linear: '线性',
      row: '{symbol}：值 {value}，梯度 {slope}',
      unknown: '尚未算出',
      black: '左列：数值，尚未算出的写作一个点',
      coloured: '右列：损失对它的梯度',
      negative: '小于 0',
      positive: '大于 0',
      program: '程序，当前这一行已标出',
      start: '还什么都没有算。走一步试试。',
      title: '第 {pass} 遍，第 {n} 个运算（共 {all} 个）：{kind}',
      sum: '加权和',
      activate: '激活',
      loss: '损失',
      'loss-slope': '损失自身的斜率',
      'sum-slope': '穿过激活函数往回传',
      'weight-slopes': '传到权重上',
      'activation-slope': '穿过权重往回传',
      update: '更新（以选中的权重为例）',
      paths: '选中的梯度，逐条路径相乘：有 {n} 条路通向损失',
      path: '选中的梯度：只有一条路通向损失',
      later: '前向传播走完，数值就会出现。',
      difference: '有限差分：',
      apart: '相对误差：',
    },
  },
})
