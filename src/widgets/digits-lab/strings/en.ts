import { formatNumber, formatPercent } from '../../../i18n/number.ts'
import { type Summarized } from './shared.ts'

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
      help: 'Made-up digits are written anew, and each is shown once. Your own images are shown in turn, again and again.',
    },
    augment: {
      label: 'Augmentation',
      help: 'Each digit is shifted, turned, scaled, sheared and bent a little more before it is shown.',
    },
    seed: 'Seed',
    training: 'Training files',
    testing: 'Test files',
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
      ? `It read ${formatPercent(frame.exam.accuracy)} of the test digits right after ${formatNumber(frame.exam.at)} updates.`
      : 'It has not been tested yet.'
    const best = frame.probabilities.indexOf(Math.max(...frame.probabilities))
    const what = frame.label < 0 ? 'the drawing' : `a ${frame.label}`
    return `The network has been shown ${shown} digits. ${exam} It takes ${what} for a ${best}, with probability ${formatPercent(frame.probabilities[best])}.`
  },
}

export const text = {
  network: 'The network, layer by layer',
  input: 'image',
  output: 'answer',
  change: 'layer {n}: change it',
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
  moment: 'One moment: a network is being trained here, up to the step that is shown.',
  firstPlay:
    'Press Play first. What stands here was recorded; a network has to learn here before it can read your digit.',
  mistake: 'A {digit} read as {answer}; the right answer was given {share}',
  backToWorst: 'Back to the worst',
  data: 'Data: {what}',
  'data-made-up': 'digits made up from the seed',
  'data-own': '{training} images of yours, tested on {testing} others',
  'data-held-out': '{training} images of yours, tested on {testing} that training does not show',
  'data-real-test': 'made-up digits, tested on {testing} images of yours',
  filesHelp:
    'Files of the MNIST family in IDX form: images of 28 × 28 and their labels, plain or as .gz, all four at once if you like.',
  reading: 'Reading {title} …',
  refused: '{title} is not used: {why}',
  images: '{title}: {count} images, {rows} × {columns}',
  labels: '{title}: {count} labels, {classes} classes',
  shown: 'Images for training',
  asked: 'Images for the test',
  madeUp: 'made-up digits',
  yours: 'your {count} images',
  heldOut: 'every sixth of them',
  heldOutHelp: 'Every sixth of your images is kept out of the training, and tests the network.',
  wholeTest: 'While it trains, the network is tested on {n} of them; at the end, on all.',
  missing: 'The files of this setting are not here.',
  missingText:
    'The link names files that it does not contain, and this device has none of them. Made-up digits, or images that you did give, stand in. Give the files, or take the made-up digits.',
  useMadeUp: 'Take made-up digits',
  'file-empty': 'it is empty.',
  'file-not-idx':
    'it is no IDX file, whatever its name. The lab reads the four files of MNIST or Fashion-MNIST, as they are or as .gz.',
  'file-not-bytes': 'its numbers are not single bytes, as the pixels and labels of MNIST are.',
  'file-dimensions':
    'it has numbers in {dimensions} dimensions. Images have 3 (which, row, column), labels have 1.',
  'file-no-examples': 'by its own account it holds nothing.',
  'file-image-size': 'its images would be {rows} × {columns}, which can’t be.',
  'file-other-size': 'its images are {rows} × {columns}, and this network reads 28 × 28.',
  'file-truncated': 'it ends too early, after {found} of {expected} bytes. Was all of it downloaded?',
  'file-too-long': 'it has {found} bytes, and announces {expected}. It may be damaged.',
  'file-label-range': 'it has the label {label}, and this network tells 0 to 9 apart.',
  'file-damaged': 'it can’t be unpacked. It is cut off or damaged; please download it again.',
  'file-too-large': 'it takes more than {mb} MB, and the page opens none as large as that.',
  'file-absent': 'it can’t be found any more. Please give it again.',
  'file-unreadable': 'it can’t be read. It may be a folder, or was moved or changed.',
  'file-no-answer': 'the figure did not answer. Please give it again.',
  'pair-counts-differ':
    '{images} has {imageCount} images and {labels} has {labelCount} labels: they do not belong together.',
  'pair-no-labels': '{title}: these {count} images need the file of their {count} labels.',
  'pair-no-images': '{title}: these {count} labels need the file of their {count} images.',
}
