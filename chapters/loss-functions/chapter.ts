import { defineChapter, figure } from '../../src/book/chapter.ts'
import kl from '../../src/widgets/kl-fit/spec.ts'
import outlier from '../../src/widgets/outlier/spec.ts'
import saturation from '../../src/widgets/saturated-unit/spec.ts'
import softmax from '../../src/widgets/softmax-loss/spec.ts'

export default defineChapter({
  part: 'foundations',
  order: 4,
  titles: { en: 'Loss functions', zh: '损失函数' },
  question: { en: 'How wrong is wrong?', zh: '错，错到什么程度？' },
  prerequisites: ['neurons-and-networks', 'activation-functions'],
  terms: [
    'loss',
    'squared-error',
    'absolute-error',
    'huber-loss',
    'outlier',
    'likelihood',
    'maximum-likelihood',
    'cross-entropy',
    'binary-cross-entropy',
    'logit',
    'softmax',
    'one-hot',
    'temperature',
    'label-smoothing',
    'class-weight',
    'hinge-loss',
    'margin',
    'entropy',
    'kl-divergence',
  ],
  minutes: 45,
  figures: {
    outlier: figure(outlier, {}, 200),
    saturation: figure(saturation, {}, 300),
    softmax: figure(softmax),
    kl: figure(kl, {}, 300),
    edges: figure(
      kl,
      { model: 'edged', truth: 'edged', direction: 'reverse', mean: 2.8, deviation: 0.5 },
      50,
    ),
  },
})
