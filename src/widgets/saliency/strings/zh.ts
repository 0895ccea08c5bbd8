import { formatNumber, formatPercent } from '../../../i18n/number.ts'
import type { text as enText } from './en.ts'
import { answerOf, nameScore, two, type Summarized } from './shared.ts'

export const words = {
  params: {
    target: { label: '为什么是它？', short: '为什么是', help: '要解释哪个数字的 logit。' },
    against: {
      label: '为什么不是它？',
      short: '而不是',
      help: '减去这个数字的 logit，图解释的就是两者之差。',
    },
    patch: { label: '遮挡块边长', short: '遮挡块', help: '盖住多少行、多少列。' },
    stride: { label: '遮挡块每次移动', short: '步幅', unit: '像素' },
    fill: {
      label: '遮挡块填成',
      short: '填充',
      help: '怎么填都不中立：填白纸像是笔画缺了一块，填墨又像多出一笔。',
    },
    measure: { label: '遮挡和擦除时看', short: '看什么' },
    test: '怎样检验这些图',
    erased: { label: '擦去的墨迹像素比例', short: '擦去' },
    randomised: {
      label: '几层换成随机权重',
      short: '随机层数',
      help: '从最后一层数起：全连接层、第二个卷积层、第一个卷积层。',
    },
    biases: { label: '偏置', help: '没有偏置时，墨迹浓 k 倍，每个 logit 就大 k 倍。' },
    seed: '随机种子',
    digit: '测试数字',
    drawing: '手写',
  },
  choices: {
    target: {
      answer: '网络的答案',
      '0': '0',
      '1': '1',
      '2': '2',
      '3': '3',
      '4': '4',
      '5': '5',
      '6': '6',
      '7': '7',
      '8': '8',
      '9': '9',
    },
    against: {
      none: '不比较',
      second: '第二名',
      '0': '0',
      '1': '1',
      '2': '2',
      '3': '3',
      '4': '4',
      '5': '5',
      '6': '6',
      '7': '7',
      '8': '8',
      '9': '9',
    },
    stride: { '1': '1', '2': '2', '4': '4' },
    fill: { paper: '白纸', mean: '平均灰度', ink: '墨' },
    measure: { logit: 'logit', probability: '概率' },
    test: { erase: '擦除', random: '换成随机权重', sum: '求和' },
  },
  metrics: { accuracy: '测试准确率', loss: '测试损失' },
  presets: {
    answer: '为什么是这个答案',
    difference: '为什么不是第二名',
    ink: '用墨块遮挡',
    random: '随机权重的网络',
    homogeneous: '不带偏置训练',
  },
  summary: ({ values, members: [member], step }: Summarized) => {
    const frame = member?.frame
    if (!frame) return '还没有网络。'
    const { probabilities, label, maps, score } = frame
    const answer = answerOf(probabilities)
    const what = label < 0 ? '你写的数字' : `一个 ${label}`
    const most = Math.max(...maps.occlusion)
    return `更新 ${formatNumber(step)} 次后，网络把${what}读成 ${answer}，概率为 ${formatPercent(probabilities[answer])}。三幅图解释 ${nameScore(frame, 'logit', text)}。${nameScore(frame, values.measure, text)}：${two(score)}；用 ${values.patch} × ${values.patch} 像素的方块遮挡，最多使它下降 ${two(most)}。`
  },
}

export const text: Readonly<Record<keyof typeof enText, string>> = {
  testDigit: '测试数字 {n}：{digit}',
  answer: '读成 {digit}（{share}）。',
  bars: '每个数字的概率',
  barsCovered: '遮挡之后每个数字的概率',
  logit: '{a} 的 logit',
  logits: '{a} 的 logit 减去 {b} 的 logit',
  probability: '{a} 的概率',
  probabilities: '{a} 的概率减去 {b} 的概率',
  explained: '{name} 从何而来',
  image: '图像',
  gradient: '梯度',
  product: '梯度 × 输入',
  occlusion: '遮挡',
  imageLabel: '图像；指到哪里，遮挡块就盖在哪里。',
  gradientLabel: '分数对每个像素的梯度；橙色使分数升高，蓝色使它降低。',
  productLabel: '每个像素的梯度乘以墨迹；橙色支持这个数字，蓝色反对。',
  occlusionLabel: '遮挡块盖在各处时分数下降多少；橙色处下降，蓝色处反而升高。',
  hint: '指向一个像素，或者用方向键在图上移动：遮挡块会盖在那里，条形图随之显示网络的回答。',
  pixel:
    '第 {row} 行第 {column} 列：墨迹 {ink}，梯度 {gradient}，梯度 × 输入 {product}。遮住这里，{name}：{before} → {after}；读成 {digit}（{share}）。',
  tests: '检验这些图',
  erasedShare: '擦去的墨迹像素比例',
  eraseLabel: '从最重要的像素开始擦去墨迹，{name}怎样下降',
  byProduct: '按梯度 × 输入',
  byOcclusion: '按遮挡',
  byRandom: '随机，5 次平均',
  leftLabel: '擦去 {share} 墨迹像素后的图像（{way}）',
  still: '{way}：{score}',
  randomHead: '3 层中最后 {n} 层随机：读成 {digit}（{share}）',
  randomAll: '3 层全部随机：读成 {digit}（{share}）',
  randomOne: '3 层中最后一层随机：读成 {digit}（{share}）',
  alike: '秩相关 {r}',
  alikeShort: '秩相关 {r}',
  alikeNote: '与训练好的网络所得之图在有墨迹的像素上的秩相关：1 表示次序完全相同，0 表示毫无关系。',
  fadeLabel: '墨迹从白纸上渐渐变浓时{name}怎样变化，以及以终点处斜率画出的直线',
  fadeX: '墨迹的浓度',
  fadeCurve: '网络的输出',
  fadeLine: '终点处的斜率',
  sum: '所有像素的梯度 × 输入加起来是 {sum}。而从白纸到这幅图像，{name} 从 {blank} 变为 {score}，变化了 {change}。',
}
