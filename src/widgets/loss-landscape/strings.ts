import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'

export default defineStrings<typeof spec>()({
  en: {
    params: {
      plane: 'Plane',
      view: 'View',
      data: 'Data',
      depth: 'Hidden layers',
      rule: 'Update rule',
      learningRate: 'Learning rate',
      directions: { label: 'Random plane number', short: 'Plane no.' },
      seed: 'Seed',
    },
    choices: {
      plane: { trajectory: 'Of its path', random: 'Random' },
      view: { map: 'Map', surface: 'In 3-D' },
      data: { moons: 'Moons', spiral: 'Spirals', xor: 'Exclusive or' },
      rule: { sgd: 'Plain', momentum: 'Momentum', adam: 'Adam' },
    },
    metrics: { loss: 'Training loss' },
    presets: {},
    summary: ({ values, members, step }) => {
      const frame = members[0]?.frame
      const loss = frame?.loss == null ? 'no number' : formatNumber(frame.loss, { significant: 2 })
      const share = frame ? formatNumber(100 * (frame.shares[0] + frame.shares[1]), { digits: 0 }) : '0'
      const plane = values.plane === 'random' ? 'a random plane' : 'the plane of its path'
      return `The loss of a network with ${formatNumber(frame?.weights ?? 0)} weights on ${plane}, after ${formatNumber(step)} updates. Its loss is ${loss}; the plane holds ${share}\u00a0% of the path.`
    },
    text: {
      map: 'Contour map of the training loss on a plane through the network’s weights',
      surface: 'The training loss on a plane through the network’s weights, as a surface',
      first: 'along the path',
      second: 'across it',
      u: 'first random direction',
      v: 'second random direction',
      path: 'the way it came',
      loss: 'loss',
      plane: 'Random plane',
      view: 'In 3-D',
      pathNote:
        'Training loss around the present weights, in the plane that holds most of the path: {share}\u00a0% of its squared length, of {weights} dimensions.',
      shortNote: 'This plane of {weights} dimensions holds {share}\u00a0% of the path.',
      startNote:
        'Training loss around the weights at the start, along two random directions among {weights}. There is no path yet.',
      randomNote:
        'Training loss around the present weights, along two filter-normalised random directions among {weights}. The plane holds {share}\u00a0% of the path.',
    },
  },
  zh: {
    params: {
      plane: '截面',
      view: '视图',
      data: '数据',
      depth: '隐藏层数',
      rule: '更新规则',
      learningRate: '学习率',
      directions: { label: '随机截面编号', short: '截面编号' },
      seed: '随机种子',
    },
    choices: {
      plane: { trajectory: '轨迹所在', random: '随机' },
      view: { map: '地图', surface: '立体' },
      data: { moons: '双月', spiral: '螺旋', xor: '异或' },
      rule: { sgd: '普通', momentum: '动量', adam: 'Adam' },
    },
    metrics: { loss: '训练损失' },
    presets: {},
    summary: ({ values, members, step }) => {
      const frame = members[0]?.frame
      const loss = frame?.loss == null ? '已不是数' : ` ${formatNumber(frame.loss, { significant: 2 })}`
      const share = frame ? formatNumber(100 * (frame.shares[0] + frame.shares[1]), { digits: 0 }) : '0'
      const plane = values.plane === 'random' ? '一个随机截面' : '其轨迹所在的截面'
      return `一个有 ${formatNumber(frame?.weights ?? 0)} 个权重的网络，在${plane}上的损失，已更新 ${formatNumber(step)} 次。当前损失${loss}；截面包含轨迹的 ${share}%。`
    },
    text: {
      map: '训练损失在过网络当前权重的截面上的等高线图',
      surface: '训练损失在过网络当前权重的截面上的曲面',
      first: '沿轨迹',
      second: '垂直于轨迹',
      u: '第一个随机方向',
      v: '第二个随机方向',
      path: '来路',
      loss: '损失',
      plane: '随机截面',
      view: '立体显示',
      pathNote:
        '当前权重周围的训练损失，截面取最能容纳轨迹的平面：在 {weights} 维中，它含有轨迹长度平方的 {share}%。',
      shortNote: '这个截面（共 {weights} 维）含有轨迹的 {share}%。',
      startNote: '起点权重周围的训练损失，沿 {weights} 维中的两个随机方向。此时还没有轨迹。',
      randomNote:
        '当前权重周围的训练损失，沿 {weights} 维中两个按单元归一化的随机方向。该截面只含轨迹的 {share}%。',
    },
  },
})
