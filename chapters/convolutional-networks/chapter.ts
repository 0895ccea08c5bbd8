import { defineChapter, figure } from '../../src/book/chapter.ts'
import convolution from '../../src/widgets/convolution/spec.ts'
import digitsLab from '../../src/widgets/digits-lab/spec.ts'
import pooling from '../../src/widgets/pooling/spec.ts'
import receptiveField from '../../src/widgets/receptive-field/spec.ts'
import saliency from '../../src/widgets/saliency/spec.ts'
import strokes from '../../src/widgets/strokes-viewer/spec.ts'
import zoom from '../../src/widgets/zoom/spec.ts'

export default defineChapter({
  part: 'architectures',
  order: 8,
  titles: { en: 'Convolutional networks', zh: '卷积网络' },
  question: { en: 'What if the same detail is everywhere?', zh: '同一个细节到处都可能出现，怎么办？' },
  prerequisites: ['neurons-and-networks', 'backpropagation', 'training-well'],
  terms: [
    'convolutional-network',
    'kernel',
    'convolution',
    'weight-sharing',
    'padding',
    'stride',
    'dilation',
    'channel',
    'filter',
    'feature-map',
    'pooling',
    'equivariance',
    'invariance',
    'global-pooling',
    'receptive-field',
    'confusion-matrix',
    'depthwise-separable',
    'saliency-map',
    'transfer-learning',
    'adversarial-example',
  ],
  minutes: 60,
  figures: {
    convolution: figure(convolution),
    pooling: figure(pooling),
    'receptive-field': figure(receptiveField),
    digits: figure(digitsLab, {}, 250),
    strokes: figure(strokes, {}, 0),
    zoom: figure(zoom, {}, 1000),
    saliency: figure(saliency, { against: 'second' }, 300),
  },
})
