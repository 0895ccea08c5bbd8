import { defineChapter, figure } from '../../src/book/chapter.ts'
import contest from '../../src/widgets/features-by-hand/spec.ts'
import timeline from '../../src/widgets/timeline/spec.ts'
import valves from '../../src/widgets/valves/spec.ts'

export default defineChapter({
  part: 'foundations',
  order: 1,
  titles: { en: 'What is deep learning', zh: '什么是深度学习' },
  question: { en: 'What does it mean for a program to learn?', zh: '说一个程序在“学习”，是什么意思？' },
  prerequisites: [],
  terms: [
    'machine-learning',
    'model',
    'training-example',
    'loss',
    'gradient-descent',
    'feature',
    'representation-learning',
    'deep-learning',
    'end-to-end-learning',
  ],
  minutes: 35,
  figures: {
    valves: figure(valves, {}, 0),
    contest: figure(contest, {}, 1000),
    timeline: figure(timeline, {}, 0),
  },
})
