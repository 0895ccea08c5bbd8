import { formatNumber } from '../../../i18n/number.ts'
import type { WidgetText } from '../../../i18n/widgetStrings.ts'
import { orderFeatures } from '../../../math/planeFeature.ts'
import type spec from '../spec.ts'
import { isRegression } from '../spec/params.ts'
import { activations, dataNames, features, optimizers, schedules } from './shared.ts'
import { text } from './enText.ts'

const share = (value: number): string => `${formatNumber(100 * value, { digits: 1, trim: true })}%`

export const en = {
  groups: { data: 'Data', network: 'Network', training: 'Learning' },
  params: {
    data: 'Data',
    classes: 'Classes',
    count: 'Points',
    noise: 'Noise',
    testShare: { label: 'Share kept for testing', short: 'Test share' },
    seed: { label: 'Seed', help: 'The same seed gives the same points and the same first weights.' },
    points: 'Own points',
    numbers: 'Own numbers',
    xName: 'Name of the first column',
    yName: 'Name of the second column',
    features: 'Inputs',
    layers: 'Hidden layers',
    start: { label: 'First weights', short: 'Start' },
    residual: {
      label: 'Residual connections',
      short: 'Residual',
      help: 'A layer’s input is added to its output where their sizes agree.',
    },
    batchNorm: { label: 'Batch normalisation', short: 'Batch norm' },
    dropout: { label: 'Dropout', help: 'The share of hidden units that each update leaves out.' },
    learningRate: 'Learning rate',
    optimizer: 'Update rule',
    momentum: 'Momentum',
    rmspropMomentum: 'Momentum',
    rho: { label: 'Memory of squared gradients', short: 'Memory' },
    beta1: { label: 'Memory of gradients', short: 'β₁' },
    beta2: { label: 'Memory of squared gradients', short: 'β₂' },
    initialSum: { label: 'Sum at the start', short: 'Sum' },
    centered: {
      label: 'Centred',
      help: 'Divides by the standard deviation of the gradients instead of their root mean square.',
    },
    epsilon: { label: 'Guard against division by 0', short: 'ε' },
    adagradEpsilon: { label: 'Guard against division by 0', short: 'ε' },
    adadeltaEpsilon: { label: 'Guard against division by 0', short: 'ε' },
    decay: { label: 'Weight decay in the gradient', short: 'Decay', help: 'Adds λ w to the gradient.' },
    adamwDecay: {
      label: 'Weight decay beside the gradient',
      short: 'Decay',
      help: 'Shrinks each weight by η λ of itself, past the moments.',
    },
    schedule: { label: 'Schedule of the rate', short: 'Schedule' },
    loss: 'Loss',
    fit: 'Loss',
    batch: { label: 'Batch size', short: 'Batch' },
    l1: { label: 'L1: cost of size', short: 'L1' },
    l2: { label: 'L2: cost of squared size', short: 'L2' },
    clip: { label: 'Clip gradients to length', short: 'Clip', help: '0: they are not clipped.' },
    updates: { label: 'Updates to make', short: 'Updates' },
    stop: { label: 'Stop early', short: 'Stop' },
    stopLoss: 'Test loss to reach',
    stopAccuracy: 'Test accuracy to reach',
    panel: 'Panel',
    showTest: 'Test points',
    probeX: 'Probe, first coordinate',
    probeY: 'Probe, second coordinate',
  },
  choices: {
    data: dataNames('en', { own: 'My own points', 'own-numbers': 'My own numbers' }),
    features,
    layers: activations('en'),
    start: {
      matched: 'Fits the function',
      'xavier-uniform': 'Xavier',
      'he-uniform': 'He',
      orthogonal: 'Orthogonal',
      normal: 'Normal, deviation 1 (too large)',
      zeros: 'All zero',
    },
    optimizer: optimizers('en'),
    schedule: schedules('en'),
    loss: {
      'cross-entropy': 'Cross-entropy',
      hinge: 'Hinge',
      mse: 'Squared error',
      huber: 'Huber',
      mae: 'Absolute error',
    },
    fit: { mse: 'Squared', huber: 'Huber', mae: 'Absolute' },
    stop: { never: 'Never', 'test-loss': 'At a test loss', accuracy: 'At a test accuracy' },
    panel: { none: 'None', curves: 'Curves', layers: 'Layers', confusion: 'Confusion', surface: '3-D' },
  },
  metrics: {
    test: 'Test loss',
    train: 'Training loss',
    accuracy: 'Test accuracy (regression: R²)',
    trainAccuracy: 'Training accuracy (regression: R²)',
  },
  presets: {
    spiral: 'Two spirals',
    threeArms: 'Three spiral arms',
    fourArms: 'Four spiral arms',
    rings: 'Rings',
    features: 'Good inputs, no hidden layer',
    overfit: 'Too much network, too few points',
    hills: 'Hills and hollows',
    diverge: 'A rate too high',
    own: 'My own points',
    ownNumbers: 'My own numbers',
  },
  exports: { model: 'Network, for TensorFlow.js', json: 'Network, as JSON', points: 'Points, as CSV' },
  place: (place: string) =>
    place
      .replace(/^hidden-(\d+)/, 'hidden layer $1')
      .replace('output', 'output layer')
      .replace('/kernel', ', weights')
      .replace('/bias', ', biases')
      .replace('/activation', ', answers')
      .replace('test', 'test loss')
      .replace('train', 'training loss'),
  summary: ({ values, members, step }) => {
    const frame = members[0]?.frame
    if (!frame) return 'The network has not begun to learn.'
    const { test, train } = frame.score
    const shape = [
      orderFeatures(values.features).length,
      ...frame.layers.map(({ bias }) => bias.length),
    ].join(', ')
    const told = isRegression(values.data)
      ? `it explains ${share(Math.max(0, test))} of the test points’ variance`
      : `it puts ${share(test)} of the test points and ${share(train)} of the training points in the right class`
    return `A network of ${shape} units has made ${formatNumber(step)} updates; ${told}.`
  },
  text,
} satisfies WidgetText<typeof spec>
