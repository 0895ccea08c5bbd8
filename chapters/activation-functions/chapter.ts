import { defineChapter, figure } from '../../src/book/chapter.ts'
import race from '../../src/widgets/activation-race/spec.ts'
import explorer from '../../src/widgets/activation-explorer/spec.ts'
import dead from '../../src/widgets/dead-relu/spec.ts'
import vanishing from '../../src/widgets/vanishing-gradient/spec.ts'

export default defineChapter({
  part: 'foundations',
  order: 3,
  titles: { en: 'Activation functions', zh: '激活函数' },
  question: {
    en: 'What must stand between two layers, so that they are two?',
    zh: '两层之间要夹着什么，才算得上两层？',
  },
  prerequisites: ['neurons-and-networks'],
  terms: [
    'activation-function',
    'nonlinearity',
    'saturation',
    'zero-centred',
    'sigmoid',
    'tanh',
    'relu',
    'leaky-relu',
    'prelu',
    'elu',
    'gelu',
    'silu',
    'softplus',
    'softmax',
    'vanishing-gradient',
    'exploding-gradient',
    'xavier-initialisation',
    'he-initialisation',
    'dead-unit',
  ],
  minutes: 45,
  figures: {
    stack: figure(
      race,
      { activations: ['linear', 'relu'], data: 'circle', layers: 3, units: 8, learningRate: 0.3 },
      300,
    ),
    explorer: figure(explorer),
    vanishing: figure(vanishing, {}, 29),
    dead: figure(dead, {}, 600),
    race: figure(race, {}, 280),
    softmax: figure(explorer, { panel: 'softmax' }),
  },
})
