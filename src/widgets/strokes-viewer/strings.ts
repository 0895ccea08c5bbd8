import { formatNumber } from '../../i18n/number.ts'
import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'
import { ONLY, SHEET } from './spec.ts'

const digits = (all: string): Record<(typeof ONLY)[number], string> =>
  Object.fromEntries(ONLY.map((id) => [id, id === 'all' ? all : id])) as Record<(typeof ONLY)[number], string>

export default defineStrings<typeof spec>()({
  en: {
    params: {
      only: { label: 'Digits', short: 'Digits' },
      stylesPerDigit: { label: 'Styles of each digit, at most', short: 'Styles' },
      jitter: { label: 'Control points stray', short: 'Stray' },
      warp: { label: 'The paper bends', short: 'Bend' },
      slant: { label: 'Slant to the right', short: 'Slant' },
      slantSpread: { label: 'Slants differ', short: 'Slants' },
      rotationSpread: { label: 'Angles differ', short: 'Angles', help: 'In radians: 0.1 is 5.7°.' },
      aspectSpread: { label: 'Widths of digits differ', short: 'Widths' },
      penWidth: { label: 'Width of the pen', short: 'Pen', unit: 'px' },
      penSpread: { label: 'Pens differ', short: 'Pens' },
      pressure: { label: 'Pressure of the hand', short: 'Pressure' },
      noise: { label: 'Grain in the ink', short: 'Grain' },
      centring: 'In the middle',
      nudged: { label: 'Share moved by a pixel', short: 'Moved' },
      seed: 'Seed',
    },
    choices: { only: digits('All ten'), centring: { mass: 'Centre of mass', box: 'Box' } },
    groups: { style: 'Style', posture: 'Slant', pen: 'Pen', paper: 'Paper' },
    metrics: { ink: 'Share of ink' },
    presets: { usual: 'As in the book', tidy: 'Tidy', onePen: 'One pen for all', wild: 'Wild' },
    place: (place) => place,
    summary: ({ members, step }) => {
      const frame = members[0]?.frame
      if (!frame) return 'A sheet of digits, not yet written.'
      return `Sheet ${formatNumber(step + 1)} of ${SHEET} handwritten-looking digits. The large one is a ${frame.first.digit}, in its style ${frame.first.style + 1}.`
    },
    text: {
      sheet: 'A sheet of digits; each can be pressed to see how it was written',
      show: 'How this {digit} was written, number {nth}',
      traced: 'a {digit}, style {style}',
      tracedLabel: 'A {digit} with the path of the pen and the control points that it follows',
      means: 'mean of all {count} so far',
      meansLabel: 'The mean image of each digit, from 0 to 9',
    },
  },
  zh: {
    params: {
      only: '数字',
      stylesPerDigit: { label: '每个数字最多几种写法', short: '写法' },
      jitter: { label: '控制点的偏离', short: '偏离' },
      warp: { label: '纸面的弯曲', short: '弯曲' },
      slant: { label: '向右倾斜', short: '倾斜' },
      slantSpread: { label: '倾斜的差异', short: '倾斜差异' },
      rotationSpread: { label: '角度的差异', short: '角度', help: '以弧度计：0.1 等于 5.7°。' },
      aspectSpread: { label: '字宽的差异', short: '字宽' },
      penWidth: { label: '笔的粗细', short: '笔', unit: '像素' },
      penSpread: { label: '粗细的差异', short: '粗细差异' },
      pressure: { label: '运笔的轻重', short: '轻重' },
      noise: { label: '墨迹的颗粒', short: '颗粒' },
      centring: '居中依据',
      nudged: { label: '挪动一个像素的比例', short: '挪动' },
      seed: '随机种子',
    },
    choices: { only: digits('全部'), centring: { mass: '重心', box: '外框' } },
    groups: { style: '写法', posture: '姿态', pen: '笔', paper: '纸' },
    metrics: { ink: '墨迹比例' },
    presets: { usual: '本书所用', tidy: '工整', onePen: '只用一支笔', wild: '潦草' },
    place: (place) => place,
    summary: ({ members, step }) => {
      const frame = members[0]?.frame
      if (!frame) return '一页数字，还没有写出来。'
      return `第 ${formatNumber(step + 1)} 页，共 ${SHEET} 个仿手写的数字。放大的是 ${frame.first.digit}，用的是它的第 ${frame.first.style + 1} 种写法。`
    },
    text: {
      sheet: '一页数字，点任何一个都能看它是怎样写成的',
      show: '看第 {nth} 个，这个 {digit} 是怎样写成的',
      traced: '{digit}，第 {style} 种写法',
      tracedLabel: '一个 {digit}，连同笔的路径和它所依的控制点',
      means: '至今全部 {count} 个的平均',
      meansLabel: '从 0 到 9，每个数字的平均图像',
    },
  },
})
