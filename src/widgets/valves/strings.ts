import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'
import type { ValvesFrame, ValvesValues } from './spec.ts'
import { judge } from './spec/pipes.ts'

interface Shown {
  readonly values: ValvesValues
  readonly members: readonly { readonly frame: ValvesFrame | null }[]
  readonly step: number
}

/** The score of the valves that are shown. */
function scoreOf({ values, members, step }: Shown): { readonly right: number; readonly loss: string } {
  const valves = step === 0 ? values.valves : (members[0]?.frame?.valves ?? values.valves)
  const { right, loss } = judge(valves, values.task)
  return { right, loss: formatNumber(loss, { significant: 3 }) }
}

export default defineStrings<typeof spec>()({
  en: {
    params: {
      task: { label: 'What the fountains should do', short: 'Task' },
      valves: 'Valves',
      learningRate: { label: 'Learning rate', short: 'Rate' },
      hints: {
        label: 'Which way to turn',
        short: 'Hints',
        help: 'An arc at each valve: the way that lowers the loss, longer where it matters more.',
      },
      left: 'Left tap',
      right: 'Right tap',
    },
    choices: { task: { either: 'One or both', share: 'Shares' } },
    metrics: { loss: 'Loss', right: 'Flows that are right' },
    presets: {
      start: 'As you found them',
      shut: 'All shut',
      alike: 'All the same',
      solved: 'A solution',
    },
    place: () => 'the valves',
    summary: (shown) => {
      const { right, loss } = scoreOf(shown)
      return `After ${formatNumber(shown.step)} updates ${right} of 6 flows are right; the loss is ${loss}.`
    },
    text: {
      worksLabel: 'Two taps, three tanks and two fountains, joined by twelve pipes with a valve each',
      taps: 'Taps',
      tanks: 'Tanks',
      fountains: 'Fountains',
      leftTap: 'Left tap',
      rightTap: 'Right tap',
      firstValve: '{tap} to tank {tank}',
      secondValve: 'Tank {tank} to fountain “{fountain}”',
      either: 'Just one',
      bothTaps: 'Both',
      leftWater: 'Left',
      halfWater: 'Half of all',
      open: 'Open taps',
      onlyLeft: 'Left',
      onlyRight: 'Right',
      both: 'Both',
      givesWanted: '“{name}”: gives / should',
      isRight: 'right',
      isWrong: 'not right',
      howToTurn: 'Drag a ring up to open its valve, down past zero to draw water off.',
      rightOf: '{n} of 6 flows right',
      loss: 'loss',
      comma: ', ',
    },
  },
  zh: {
    params: {
      task: { label: '要喷泉做什么', short: '任务' },
      valves: '阀门',
      learningRate: { label: '学习率', short: '学习率' },
      hints: {
        label: '提示该往哪边拧',
        short: '提示',
        help: '每个阀门旁的弧线：朝这边拧，损失就变小；弧线越长，越要紧。',
      },
      left: '左龙头',
      right: '右龙头',
    },
    choices: { task: { either: '一个还是两个', share: '分水' } },
    metrics: { loss: '损失', right: '水量合适的个数' },
    presets: { start: '刚接手的样子', shut: '全部关死', alike: '全都一样', solved: '一个解' },
    place: () => '阀门',
    summary: (shown) => {
      const { right, loss } = scoreOf(shown)
      return `更新 ${formatNumber(shown.step)} 次后，6 股水中有 ${right} 股合适，损失为 ${loss}。`
    },
    text: {
      worksLabel: '两个龙头、三个水箱、两眼喷泉，由十二根各带阀门的水管相连',
      taps: '龙头',
      tanks: '水箱',
      fountains: '喷泉',
      leftTap: '左龙头',
      rightTap: '右龙头',
      firstValve: '{tap}到水箱 {tank}',
      secondValve: '水箱 {tank} 到喷泉“{fountain}”',
      either: '只开一个',
      bothTaps: '两个都开',
      leftWater: '左边的水',
      halfWater: '总量一半',
      open: '开着的龙头',
      onlyLeft: '只开左边',
      onlyRight: '只开右边',
      both: '两个都开',
      givesWanted: '“{name}”：实际 / 应有',
      isRight: '合适',
      isWrong: '不合适',
      howToTurn: '把圆环往上拖，阀门就开大；往下拖过零，就变成往外抽水。',
      rightOf: '6 股水中 {n} 股合适',
      loss: '损失',
      comma: '，',
    },
  },
})
