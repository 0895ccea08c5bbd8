import { formatNumber } from '../../../i18n/number.ts'
import type { text as enText } from './en.ts'
import { percent, type Summarized } from './shared.ts'

export const words = {
  params: {
    layers: '各层',
    optimizer: '优化器',
    learningRate: { label: '学习率', help: '这里给的是最大值：开头几步逐渐升高，之后沿半个余弦降到 0。' },
    batch: { label: '批大小', short: '批' },
    images: { label: '看多少个数字', short: '数字', help: '每个数字都是新写的，只看一次。' },
    augment: { label: '数据增强', help: '每个数字在看之前，再略微平移、旋转、缩放、错切和扭曲。' },
    seed: '随机种子',
    panel: '显示内容',
    digit: '测试数字',
    drawing: '手写',
  },
  choices: {
    layers: {
      relu: 'ReLU',
      'leaky-relu': 'leaky ReLU',
      elu: 'ELU',
      gelu: 'GELU',
      tanh: 'tanh',
      sigmoid: 'sigmoid',
      linear: '无',
    },
    optimizer: {
      sgd: 'SGD',
      momentum: '动量法',
      nesterov: 'Nesterov',
      rmsprop: 'RMSProp',
      adam: 'Adam',
      adamw: 'AdamW',
    },
    panel: { read: '手写', inside: '内部', mistakes: '错例' },
  },
  exports: { model: '网络（TensorFlow.js layers 格式）' },
  metrics: {
    accuracy: '测试准确率',
    trainAccuracy: '训练准确率',
    loss: '测试损失',
    trainLoss: '训练损失',
  },
  presets: {
    none: '没有隐藏层',
    dense: '一个全连接层',
    global: '带步幅的卷积加全局池化',
  },
  summary: ({ values, members: [member], step }: Summarized) => {
    const frame = member?.frame
    if (!frame || frame.probabilities.length === 0) return '这些层连不成一个网络。'
    const exam = frame.exam
      ? `更新 ${formatNumber(frame.exam.at)} 次时，测试数字读对了 ${percent(frame.exam.accuracy)}。`
      : '还没有测试过。'
    const best = frame.probabilities.indexOf(Math.max(...frame.probabilities))
    const what = frame.label < 0 ? '你写的数字' : `一个 ${frame.label}`
    return `网络看过 ${formatNumber(step * values.batch)} 个数字。${exam}它把${what}读成 ${best}，概率为 ${percent(frame.probabilities[best])}。`
  },
}

export const text: Readonly<Record<keyof typeof enText, string>> = {
  network: '网络的各层',
  input: '图像',
  output: '输出',
  change: '{name}，第 {n} 层：修改',
  weights: '{n} 个权重',
  noWeights: '没有权重',
  addLayer: '加一层',
  removeLayer: '删去这一层',
  earlier: '上移',
  later: '下移',
  editing: '第 {n} 层',
  kind: '类型',
  'kind-conv': '卷积',
  'kind-max-pool': '最大池化',
  'kind-average-pool': '平均池化',
  'kind-global-pool': '全局池化',
  'kind-batch-norm': '批归一化',
  'kind-dropout': '随机失活',
  'kind-dense': '全连接',
  filters: '卷积核个数',
  units: '单元个数',
  size: '窗口',
  stride: '步幅',
  dilation: '空洞率',
  padding: '填充',
  'padding-valid': '不填充',
  'padding-same': '保持大小',
  activation: '激活函数',
  rate: '丢弃比例',
  'too-large':
    '第 {n} 层放不下：它的窗口要盖住 {window} × {window} 格，而送进来的只有 {height} × {width} 格。把窗口或空洞率改小，加填充，或者让前面的层少缩一些。',
  'no-map':
    '第 {n} 层放在这里不行：它要在图上滑动窗口，可是经过全连接层或全局池化之后，只剩一串数了。把它移到前面去。',
  'too-many':
    '到第 {n} 层为止，网络已有 {weights} 个权重，而本页最多训练 {most} 个。减少卷积核或单元，或者在全连接层之前先把图缩小。',
  cost: '{weights} 个权重，每张图像 {multiplications} 次乘法',
  join: '；',
  estimate: '在这里要多久？',
  measuring: '正在测量……',
  expected: '在这台设备上训练大约要 {time}',
  left: '大约还要 {time}',
  seconds: '{n} 秒',
  minutes: '{n} 分钟',
  view: '下方显示',
  testDigit: '测试数字 {n}：{digit}',
  probabilities: '每个数字的概率',
  answer: '读成 {digit}。',
  filtersOf: '第一层的卷积核',
  oneFilter: '第 {n} 个卷积核：看它的数',
  pressFilter: '点一个卷积核，看它的数。',
  filterNumbers: '第 {n} 个卷积核现在的权重',
  lookAtFilter: '放到图 {figure} 里看',
  lookAtFilterHelp:
    '那里的核就是它，输入就是这里看的图像；算出来的就是这一层加偏置、过激活函数之前的特征图。',
  filtersLabel: '{n} 个卷积核的权重，橙色为正，蓝色为负',
  mapsOf: '{name}：{shape}',
  mapsLabel: '第 {n} 层从图像中得到的结果，橙色为正，蓝色为负',
  shownOf: '前 {n} 个，共 {all} 个',
  accuracyNow: '更新 {step} 次时，{n} 个测试数字读对了 {share}',
  notYet: '更新 {n} 次后做第一次测试。',
  confusion: '行是测试数字本身，列是读成了什么',
  confusionRows: '行：数字本身；列：读成了什么。点一格看里面的图像。',
  cell: '{digit} 读成 {answer}：看这 {n} 张图像',
  worst: '错得最厉害的',
  none: '已经没有读错的了。',
  cellTitle: '{digit} 读成 {answer}',
  cellsFirst: '这是录下来的结果。按“播放”，等网络在这里测试过，点一个数就能看到背后的图像。',
  firstPlay: '先按“播放”。这里是录下来的画面；要有一个网络在这里学过，才能读你写的数字。',
  mistake: '{digit} 读成了 {answer}；正确答案只得到 {share}',
  backToWorst: '回到错得最厉害的',
}
