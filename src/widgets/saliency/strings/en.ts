import { fill } from '../../../i18n/fill.ts'
import { formatNumber, formatPercent } from '../../../i18n/number.ts'
import { answerOf, nameScore, two, type Summarized } from './shared.ts'

export const words = {
  params: {
    target: { label: 'Why this digit?', short: 'Why', help: 'The digit whose logit is explained.' },
    against: {
      label: '… and not this one?',
      short: 'Not',
      help: 'The logit of this digit is subtracted: the maps explain the difference.',
    },
    patch: { label: 'Size of the patch', short: 'Patch', help: 'Rows and columns that are covered.' },
    stride: { label: 'From one place to the next', short: 'Stride', unit: 'px' },
    fill: {
      label: 'Patch filled with',
      short: 'Fill',
      help: 'No filling is neutral: paper looks like a gap in the ink, ink like one more stroke.',
    },
    measure: { label: 'Occlusion and erasing measure', short: 'Measure' },
    test: 'Test of the maps',
    erased: { label: 'Share of the ink’s pixels erased', short: 'Erased' },
    randomised: {
      label: 'Layers with random weights',
      short: 'Random layers',
      help: 'Counted from the last: the dense layer, the second convolution, the first.',
    },
    biases: { label: 'Biases', help: 'Without them, k times the ink gives k times every logit.' },
    seed: 'Seed',
    digit: 'Test digit',
    drawing: 'Drawing',
  },
  choices: {
    target: {
      answer: 'the network’s answer',
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
      none: 'no comparison',
      second: 'the runner-up',
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
    fill: { paper: 'paper', mean: 'mean grey', ink: 'ink' },
    measure: { logit: 'the logit', probability: 'the probability' },
    test: { erase: 'Erase', random: 'Randomise', sum: 'Add up' },
  },
  metrics: { accuracy: 'Test accuracy', loss: 'Test loss' },
  presets: {
    answer: 'Why this answer',
    difference: 'Why not the runner-up',
    ink: 'A patch of ink',
    random: 'A network of random weights',
    homogeneous: 'Trained without biases',
  },
  summary: ({ values, members: [member], step }: Summarized) => {
    const frame = member?.frame
    if (!frame) return 'No network yet.'
    const { probabilities, label, maps, score } = frame
    const answer = answerOf(probabilities)
    const what = label < 0 ? 'the drawing' : `a ${label}`
    const most = Math.max(...maps.occlusion)
    return `After ${formatNumber(step)} updates the network takes ${what} for a ${answer}, with probability ${formatPercent(probabilities[answer])}. Three maps explain ${nameScore(frame, 'logit', text)}. ${fill('{name} is {score}; where a patch of {n} by {n} pixels lowers it most, it loses {most}.', { name: capital(nameScore(frame, values.measure, text)), score: two(score), n: values.patch, most: two(most) })}`
  },
}

const capital = (words_: string): string => words_.charAt(0).toUpperCase() + words_.slice(1)

export const text = {
  testDigit: 'test digit {n}: a {digit}',
  answer: 'It reads a {digit} ({share}).',
  bars: 'Probability of each digit',
  barsCovered: 'Probability, with the patch on',
  logit: 'the logit of {a}',
  logits: 'the logit of {a} minus that of {b}',
  probability: 'the probability of {a}',
  probabilities: 'the probability of {a} minus that of {b}',
  explained: 'What {name} is due to',
  image: 'image',
  gradient: 'gradient',
  product: 'gradient × input',
  occlusion: 'occlusion',
  imageLabel: 'The image, with the patch at the place that is pointed at.',
  gradientLabel: 'Gradient of the score with respect to each pixel; orange raises it, blue lowers it.',
  productLabel: 'Gradient times ink at each pixel; orange speaks for the digit, blue against it.',
  occlusionLabel:
    'How much the score falls with the patch at each place; orange where it falls, blue where it rises.',
  hint: 'Point at a pixel, or walk over a picture with the arrow keys: the patch covers the image there, and the bars show the answer.',
  pixel:
    'Row {row}, column {column}: ink {ink}, gradient {gradient}, gradient × input {product}. With the patch there, {name} goes from {before} to {after}; it reads a {digit} ({share}).',
  tests: 'Put the maps to the test',
  erasedShare: 'share of the ink’s pixels erased',
  eraseLabel: 'How {name} falls as the ink is erased, the most important pixels first',
  byProduct: 'by gradient × input',
  byOcclusion: 'by occlusion',
  byRandom: 'at random, mean of 5',
  leftLabel: 'The image with {share} of its ink’s pixels erased, {way}',
  still: '{way}: {score}',
  randomHead: 'The last {n} of 3 layers random: reads a {digit} ({share})',
  randomAll: 'All 3 layers random: reads a {digit} ({share})',
  randomOne: 'The last of 3 layers random: reads a {digit} ({share})',
  alike: 'rank correlation {r}',
  alikeShort: 'rank corr. {r}',
  alikeNote:
    'Rank correlation with the trained network’s map, over the pixels with ink: 1 is the same order, 0 none.',
  fadeLabel:
    'How {name} changes as the ink fades in from blank paper, and the straight line with the slope that it ends with',
  fadeX: 'strength of the ink',
  fadeCurve: 'the network',
  fadeLine: 'its slope at the image',
  sum: 'The sum of gradient × input over all pixels is {sum}. From blank paper to the image, {name} changes by {change}, from {blank} to {score}.',
}
