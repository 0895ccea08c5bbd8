import { defineChapter, figure } from '../../src/book/chapter.ts'
import augmentation from '../../src/widgets/augmentation/spec.ts'
import bench from '../../src/widgets/training-bench/spec.ts'
import batchNorm from '../../src/widgets/batch-norm/spec.ts'
import units from '../../src/widgets/dropout-units/spec.ts'
import depth from '../../src/widgets/deep-and-plain/spec.ts'
import polynomial from '../../src/widgets/polynomial-fit/spec.ts'

export default defineChapter({
  part: 'foundations',
  order: 7,
  titles: { en: 'Training well', zh: '训练的学问' },
  question: { en: 'When should you stop?', zh: '练到什么时候该停？' },
  prerequisites: ['gradient-descent', 'backpropagation'],
  terms: [
    'generalisation',
    'underfitting',
    'overfitting',
    'capacity',
    'regularisation',
    'bias-statistical',
    'variance',
    'double-descent',
    'training-set',
    'validation-set',
    'test-set',
    'cross-validation',
    'generalisation-gap',
    'l1-penalty',
    'l2-penalty',
    'weight-decay',
    'early-stopping',
    'dropout',
    'batch-normalisation',
    'data-augmentation',
    'residual-connection',
    'hyperparameter',
    'random-search',
  ],
  minutes: 60,
  figures: {
    polynomial: figure(polynomial, {}, 99),
    bench: figure(bench, {}, 600),
    units: figure(units, {}, 2000),
    'batch-norm': figure(batchNorm, {}, 120),
    'changed-digits': figure(augmentation, {}, 1000),
    depth: figure(depth, {}, 600),
  },
})
