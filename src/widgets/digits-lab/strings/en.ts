import { formatNumber } from '../../../i18n/number.ts'
import { percent, type Summarized } from './shared.ts'

export const words = {
  params: {
    layers: 'Layers',
    optimizer: 'Optimiser',
    learningRate: {
      label: 'Learning rate',
      help: 'The largest one: it rises over the first updates, then falls along half a cosine to 0.',
    },
    batch: { label: 'Batch size', short: 'Batch' },
    images: {
      label: 'Digits to be shown',
      short: 'Digits',
      help: 'Each is written anew and shown once.',
    },
    augment: {
      label: 'Augmentation',
      help: 'Each digit is shifted, turned, scaled, sheared and bent a little more before it is shown.',
    },
    seed: 'Seed',
    panel: 'Shown',
    digit: 'Test digit',
    drawing: 'Drawing',
  },
  choices: {
    layers: {
      relu: 'ReLU',
      'leaky-relu': 'leaky ReLU',
      elu: 'ELU',
      gelu: 'GELU',
      tanh: 'tanh',
      sigmoid: 'sigmoid',
      linear: 'none',
    },
    optimizer: {
      sgd: 'SGD',
      momentum: 'Momentum',
      nesterov: 'Nesterov',
      rmsprop: 'RMSProp',
      adam: 'Adam',
      adamw: 'AdamW',
    },
    panel: { read: 'Draw', inside: 'Inside', mistakes: 'Mistakes' },
  },
  exports: { model: 'The network (TensorFlow.js layers format)' },
  metrics: {
    accuracy: 'Test accuracy',
    trainAccuracy: 'Training accuracy',
    loss: 'Test loss',
    trainLoss: 'Training loss',
  },
  presets: {
    none: 'No hidden layer',
    dense: 'One dense layer',
    global: 'Strides and a global pool',
  },
  summary: ({ values, members: [member], step }: Summarized) => {
    const frame = member?.frame
    if (!frame || frame.probabilities.length === 0) return 'These layers make no network.'
    const shown = formatNumber(step * values.batch)
    const exam = frame.exam
      ? `It read ${percent(frame.exam.accuracy)} of the test digits right after ${formatNumber(frame.exam.at)} updates.`
      : 'It has not been tested yet.'
    const best = frame.probabilities.indexOf(Math.max(...frame.probabilities))
    const what = frame.label < 0 ? 'the drawing' : `a ${frame.label}`
    return `The network has been shown ${shown} digits. ${exam} It takes ${what} for a ${best}, with probability ${percent(frame.probabilities[best])}.`
  },
}

export const text = {
  network: 'The network, layer by layer',
  input: 'image',
  output: 'answer',
  change: '{name}, layer {n}: change it',
  weights: '{n} weights',
  noWeights: 'no weights',
  addLayer: 'Add a layer',
  removeLayer: 'Remove this layer',
  earlier: 'Move it up',
  later: 'Move it down',
  editing: 'Layer {n}',
  kind: 'Kind',
  'kind-conv': 'convolution',
  'kind-max-pool': 'max pooling',
  'kind-average-pool': 'mean pooling',
  'kind-global-pool': 'global pool',
  'kind-batch-norm': 'batch norm',
  'kind-dropout': 'dropout',
  'kind-dense': 'dense',
  filters: 'Filters',
  units: 'Units',
  size: 'Window',
  stride: 'Stride',
  dilation: 'Dilation',
  padding: 'Padding',
  'padding-valid': 'none',
  'padding-same': 'to keep the size',
  activation: 'Activation',
  rate: 'Dropped share',
  'too-large':
    'Layer {n} can’t be: its window covers {window} × {window} cells, and only {height} × {width} come in. Make the window or the dilation smaller, pad, or shrink the maps less before it.',
  'no-map':
    'Layer {n} can’t be: it slides a window over a map, and after a dense layer or a global pool there is only a list of numbers. Move it up.',
  'too-many':
    'Up to layer {n} the network has {weights} weights; this page trains at most {most}. Take fewer filters or units, or shrink the maps before the dense layer.',
  cost: '{weights} weights, {multiplications} multiplications for one image',
  join: '; ',
  estimate: 'How long will it take here?',
  measuring: 'Measuring …',
  expected: 'this training takes about {time} here',
  left: 'about {time} left',
  seconds: '{n} s',
  minutes: '{n} min',
  view: 'Shown below',
  testDigit: 'test digit {n}: a {digit}',
  probabilities: 'Probability of each digit',
  answer: 'It reads a {digit}.',
  filtersOf: 'Filters of the first layer',
  oneFilter: 'Filter {n}: its numbers',
  pressFilter: 'Press a filter to see its numbers.',
  filterNumbers: 'Filter {n}, as it is now',
  lookAtFilter: 'Look at it in Figure {figure}',
  lookAtFilterHelp:
    'There it is the kernel, and the image shown here is the input: the map that comes out is this layer’s, before bias and activation.',
  filtersLabel: 'The weights of {n} filters, orange above zero, blue below',
  mapsOf: '{name}: {shape}',
  mapsLabel: 'What layer {n} makes of the image, orange above zero, blue below',
  shownOf: 'the first {n} of {all}',
  accuracyNow: '{share} of {n} test digits read right, after {step} updates',
  notYet: 'The first test comes after {n} updates.',
  confusion: 'What the test digits are, in rows, and what they are read as, in columns',
  confusionRows: 'Rows: the digit. Columns: what it is read as. Press a cell to see its images.',
  cell: 'A {digit} read as {answer}: show the {n} images',
  worst: 'The worst mistakes',
  none: 'No mistakes left.',
  cellTitle: '{digit} read as {answer}',
  cellsFirst:
    'These results were recorded. Press Play: once the network has been tested here, a number opens its images.',
  firstPlay:
    'Press Play first. What stands here was recorded; a network has to learn here before it can read your digit.',
  mistake: 'A {digit} read as {answer}; the right answer was given {share}',
  backToWorst: 'Back to the worst',
}
