import { defineChapter, figure } from '../../src/book/chapter.ts'
import neuron from '../../src/widgets/neuron/spec.ts'
import playground from '../../src/widgets/playground/spec.ts'
import shapes from '../../src/widgets/shapes/spec.ts'

export default defineChapter({
  part: 'foundations',
  order: 2,
  titles: { en: 'Neurons and networks', zh: '神经元与网络' },
  question: { en: 'How far do sums and bends get you?', zh: '只靠求和与弯折，能走多远？' },
  prerequisites: [],
  terms: [
    'neuron',
    'weight',
    'bias',
    'weighted-sum',
    'activation',
    'pre-activation',
    'activation-function',
    'decision-boundary',
    'neural-network',
    'layer',
    'hidden-layer',
    'forward-pass',
    'parameter',
    'hyperparameter',
    'tensor',
    'universal-approximation',
  ],
  minutes: 40,
  figures: {
    neuron: figure(neuron, {}, 0),
    xor: figure(
      playground,
      { data: 'xor', noise: 0.1, layers: [{ units: 4, activation: 'tanh' }], updates: 1000 },
      1000,
    ),
    playground: figure(playground, { optimizer: 'sgd', learningRate: 0.1, updates: 1000 }, 300),
    shapes: figure(shapes, {}, 0),
  },
})
