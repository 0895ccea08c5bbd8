import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'foundations',
  order: 2,
  planned: true,
  titles: { en: 'Neurons and networks', zh: '神经元与网络' },
  question: { en: 'How far do sums and bends get you?', zh: '只靠求和与弯折，能走多远？' },
})
