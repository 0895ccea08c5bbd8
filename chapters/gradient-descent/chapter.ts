import { defineChapter, figure } from '../../src/book/chapter.ts'
import batch from '../../src/widgets/batch-descent/spec.ts'
import rate from '../../src/widgets/learning-rate/spec.ts'
import landscape from '../../src/widgets/loss-landscape/spec.ts'
import schedules from '../../src/widgets/schedules/spec.ts'
import valley from '../../src/widgets/valley/spec.ts'

export default defineChapter({
  part: 'foundations',
  order: 5,
  titles: { en: 'Gradient descent', zh: '梯度下降' },
  question: { en: 'Which way is down, and how far?', zh: '往哪边是下坡，一步该迈多大？' },
  prerequisites: ['neurons-and-networks', 'loss-functions'],
  terms: [
    'gradient-descent',
    'gradient',
    'learning-rate',
    'update',
    'overshoot',
    'divergence',
    'curvature',
    'hessian',
    'condition-number',
    'learning-rate-range-test',
    'momentum',
    'nesterov',
    'critical-point',
    'saddle-point',
    'local-minimum',
    'sgd',
    'batch',
    'mini-batch',
    'batch-size',
    'epoch',
    'adaptive-learning-rate',
    'adagrad',
    'rmsprop',
    'adam',
    'adamw',
    'bias-correction',
    'weight-decay',
    'learning-rate-schedule',
    'cosine-schedule',
    'warm-up',
    'gradient-clipping',
    'loss-landscape',
  ],
  minutes: 60,
  figures: {
    valley: figure(valley, {}, 90),
    parabola: figure(rate, {}, 12),
    network: figure(rate, { task: 'network', learningRate: 3 }, 300),
    range: figure(rate, { task: 'range' }, 240),
    ravine: figure(
      valley,
      { landscape: 'ravine', condition: 100, rule: 'momentum', learningRate: 0.5, others: ['sgd'] },
      60,
    ),
    saddle: figure(
      valley,
      { landscape: 'saddle', rule: 'sgd', learningRate: 0.1, others: ['momentum', 'adam'] },
      60,
    ),
    wells: figure(
      valley,
      { landscape: 'double-well', rule: 'sgd', learningRate: 0.05, others: ['momentum'] },
      100,
    ),
    batch: figure(batch, {}, 300),
    adaptive: figure(
      valley,
      { rule: 'adam', learningRate: 0.09, others: ['adagrad', 'rmsprop', 'sgd'] },
      200,
    ),
    schedules: figure(schedules, {}, 400),
    clipping: figure(schedules, { learningRate: 1, clip: true, clipNorm: 0.3, others: [] }, 400),
    landscape: figure(landscape, {}, 300),
  },
})
