import { formatNumber } from '../../../i18n/number.ts'
import type { WidgetText } from '../../../i18n/widgetStrings.ts'
import { orderFeatures } from '../../../math/planeFeature.ts'
import type spec from '../spec.ts'
import { isRegression } from '../spec/params.ts'
import { activations, dataNames, features, optimizers, schedules } from './shared.ts'
import { text } from './zhText.ts'

const share = (value: number): string => `${formatNumber(100 * value, { digits: 1, trim: true })}%`

export const zh = {
  groups: { data: '数据', network: '网络', training: '学习' },
  params: {
    data: '数据',
    classes: '类别数',
    count: '点数',
    noise: '噪声',
    testShare: { label: '留作测试的比例', short: '测试比例' },
    seed: { label: '随机种子', help: '种子相同，数据点和初始权重就相同。' },
    points: '自己的点',
    numbers: '自己的数值',
    xName: '第一列的名称',
    yName: '第二列的名称',
    features: '输入特征',
    layers: '隐藏层',
    start: { label: '初始权重', short: '初始化' },
    residual: { label: '残差连接', short: '残差', help: '宽度相同时，把一层的输入加到它的输出上。' },
    batchNorm: { label: '批归一化', short: '批归一化' },
    dropout: { label: '随机失活', help: '每次更新时随机停用的隐藏单元所占的比例。' },
    learningRate: '学习率',
    optimizer: '更新规则',
    momentum: '动量',
    rmspropMomentum: '动量',
    rho: { label: '梯度平方的衰减率', short: '衰减率' },
    beta1: { label: '一阶矩衰减率', short: 'β₁' },
    beta2: { label: '二阶矩衰减率', short: 'β₂' },
    initialSum: { label: '初始累积值', short: '初值' },
    centered: { label: '中心化', help: '除以梯度的标准差，而不是均方根。' },
    epsilon: { label: '防止除零的小量', short: 'ε' },
    adagradEpsilon: { label: '防止除零的小量', short: 'ε' },
    adadeltaEpsilon: { label: '防止除零的小量', short: 'ε' },
    decay: { label: '权重衰减（加进梯度）', short: '衰减', help: '把 λ w 加到梯度上。' },
    adamwDecay: {
      label: '权重衰减（不经梯度）',
      short: '衰减',
      help: '每次更新把权重缩小自身的 η λ，不经过矩估计。',
    },
    schedule: { label: '学习率调度', short: '调度' },
    loss: '损失',
    fit: '损失',
    batch: '批大小',
    l1: { label: 'L1：权重大小的代价', short: 'L1' },
    l2: { label: 'L2：权重平方的代价', short: 'L2' },
    clip: { label: '梯度裁剪到的长度', short: '裁剪', help: '取 0 表示不裁剪。' },
    updates: { label: '更新次数', short: '更新' },
    stop: { label: '提前停止', short: '停止' },
    stopLoss: '达到的测试损失',
    stopAccuracy: '达到的测试准确率',
    panel: '面板',
    showTest: '测试点',
    probeX: '探针的第一个坐标',
    probeY: '探针的第二个坐标',
  },
  choices: {
    data: dataNames('zh', { own: '自己的点', 'own-numbers': '自己的数值' }),
    features,
    layers: activations('zh'),
    start: {
      matched: '与函数相配',
      'xavier-uniform': 'Xavier',
      'he-uniform': 'He',
      orthogonal: '正交',
      normal: '标准差为 1 的正态（过大）',
      zeros: '全为零',
    },
    optimizer: optimizers('zh'),
    schedule: schedules('zh'),
    loss: { 'cross-entropy': '交叉熵', hinge: '合页', mse: '平方误差', huber: 'Huber', mae: '绝对误差' },
    fit: { mse: '平方误差', huber: 'Huber', mae: '绝对误差' },
    stop: { never: '不停', 'test-loss': '测试损失达标时', accuracy: '测试准确率达标时' },
    panel: { none: '不显示', curves: '曲线', layers: '各层', confusion: '混淆矩阵', surface: '三维' },
  },
  metrics: {
    test: '测试损失',
    train: '训练损失',
    accuracy: '测试准确率（回归为 R²）',
    trainAccuracy: '训练准确率（回归为 R²）',
  },
  presets: {
    spiral: '两条螺旋',
    threeArms: '三臂螺旋',
    fourArms: '四臂螺旋',
    rings: '同心环',
    features: '特征选得好，不用隐藏层',
    overfit: '网络太大，点太少',
    hills: '山丘与洼地',
    diverge: '学习率过大',
    own: '自己的点',
    ownNumbers: '自己的数值',
  },
  exports: { model: '网络（TensorFlow.js 格式）', json: '网络（JSON）', points: '数据点（CSV）' },
  place: (place: string) =>
    place
      .replace(/^hidden-(\d+)/, '隐藏层 $1')
      .replace('output', '输出层')
      .replace('/kernel', '的权重')
      .replace('/bias', '的偏置')
      .replace('/activation', '的输出')
      .replace('test', '测试损失')
      .replace('train', '训练损失'),
  summary: ({ values, members, step }) => {
    const frame = members[0]?.frame
    if (!frame) return '网络还没有开始学习。'
    const { test, train } = frame.score
    const shape = [
      orderFeatures(values.features).length,
      ...frame.layers.map(({ bias }) => bias.length),
    ].join('、')
    const told = isRegression(values.data)
      ? `解释了测试点方差的 ${share(Math.max(0, test))}`
      : `测试点判对 ${share(test)}，训练点判对 ${share(train)}`
    return `各层单元数为 ${shape} 的网络已更新 ${formatNumber(step)} 次，${told}。`
  },
  text,
} satisfies WidgetText<typeof spec>
