import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'

const rate = (id: string, own: number): string =>
  `η = ${formatNumber(id === 'yours' ? own : Number(id.replace('rate-', '')), { significant: 2, trim: true })}`

export default defineStrings<typeof spec>()({
  en: {
    params: {
      task: { label: 'Task', help: 'A range test raises the rate with every update, on the network.' },
      learningRate: { label: 'Your learning rate', short: 'Rate' },
      curvature: { label: 'Curvature of the parabola', short: 'Curvature' },
      seed: 'Seed',
    },
    choices: { task: { parabola: 'Parabola', network: 'Network', range: 'Range test' } },
    metrics: { loss: 'Loss' },
    presets: {},
    member: (id) => (id === 'yours' ? 'your rate' : rate(id, 0)),
    summary: ({ values, members, step }) => {
      if (values.task === 'range') {
        const frame = members[0]?.frame
        const loss =
          frame?.kind === 'network' && frame.loss !== null
            ? formatNumber(frame.loss, { significant: 2 })
            : 'beyond all numbers'
        return `A learning-rate range test after ${formatNumber(step)} updates. The loss is now ${loss}.`
      }
      const parts = members.map(({ id, frame }) => {
        const name = rate(id, values.learningRate)
        if (frame?.kind === 'parabola')
          return `${name}: w is ${formatNumber(frame.w.at(-1) ?? NaN, { significant: 2 })}`
        if (frame?.kind === 'network')
          return `${name}: loss ${frame.loss === null ? 'beyond all numbers' : formatNumber(frame.loss, { significant: 2 })}`
        return name
      })
      return `${members.length} learning rates after ${formatNumber(step)} updates. ${parts.join('; ')}.`
    },
    text: {
      creeps: 'creeps',
      slides: 'slides down',
      hops: 'hops across',
      circles: 'hops for ever',
      diverges: 'diverges',
      you: '(yours)',
      yours: 'loss',
      strip: 'The rates on one line, with the thresholds 1/λ and 2/λ',
      rate: 'learning rate',
      short: 'rate',
      range: 'Loss against the learning rate during a range test',
      lowest: 'lowest at {rate}',
      loss: 'loss, log scale',
      curves: 'Loss of each network against updates',
      updates: 'updates',
      overflow: 'diverged',
      map: 'the network’s answer over the plane',
      right: '{share}\u00a0% right',
    },
  },
  zh: {
    params: {
      task: { label: '任务', help: '范围测试在网络上进行，学习率每次更新都增大。' },
      learningRate: { label: '你的学习率', short: '学习率' },
      curvature: { label: '抛物线的曲率', short: '曲率' },
      seed: '随机种子',
    },
    choices: { task: { parabola: '抛物线', network: '网络', range: '范围测试' } },
    metrics: { loss: '损失' },
    presets: {},
    member: (id) => (id === 'yours' ? '你的学习率' : rate(id, 0)),
    summary: ({ values, members, step }) => {
      if (values.task === 'range') {
        const frame = members[0]?.frame
        const loss =
          frame?.kind === 'network' && frame.loss !== null
            ? formatNumber(frame.loss, { significant: 2 })
            : '已溢出'
        return `学习率范围测试，已更新 ${formatNumber(step)} 次，当前损失 ${loss}。`
      }
      const parts = members.map(({ id, frame }) => {
        const name = rate(id, values.learningRate)
        if (frame?.kind === 'parabola')
          return `${name}：w 为 ${formatNumber(frame.w.at(-1) ?? NaN, { significant: 2 })}`
        if (frame?.kind === 'network')
          return `${name}：损失${frame.loss === null ? '已溢出' : ` ${formatNumber(frame.loss, { significant: 2 })}`}`
        return name
      })
      return `${members.length} 个学习率，已更新 ${formatNumber(step)} 次。${parts.join('；')}。`
    },
    text: {
      creeps: '缓慢爬行',
      slides: '顺坡而下',
      hops: '左右横跳',
      circles: '永远横跳',
      diverges: '发散',
      you: '（你的）',
      yours: '损失',
      strip: '各学习率在同一条数轴上的位置，以及临界值 1/λ 与 2/λ',
      rate: '学习率',
      short: '学习率',
      range: '范围测试中损失随学习率的变化',
      lowest: '{rate} 处最低',
      loss: '损失（对数刻度）',
      curves: '每个网络的损失随更新次数的变化',
      updates: '更新次数',
      overflow: '已发散',
      map: '网络在平面上各点的回答',
      right: '{share}% 正确',
    },
  },
})
