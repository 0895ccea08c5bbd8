import { defineChapter, figure } from '../../src/book/chapter.ts'
import convolution from '../../src/widgets/convolution/spec.ts'
import pooling from '../../src/widgets/pooling/spec.ts'
import receptiveField from '../../src/widgets/receptive-field/spec.ts'

export default defineChapter({
  part: 'architectures',
  order: 8,
  planned: true,
  titles: { en: 'Convolutional networks', zh: '卷积网络' },
  question: { en: 'What if the same detail is everywhere?', zh: '同一个细节到处都可能出现，怎么办？' },
  figures: {
    convolution: figure(convolution),
    pooling: figure(pooling),
    'receptive-field': figure(receptiveField),
  },
})
