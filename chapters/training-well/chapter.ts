import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'foundations',
  order: 7,
  planned: true,
  titles: { en: 'Training well', zh: '训练的学问' },
  question: { en: 'When should you stop?', zh: '练到什么时候该停？' },
})
