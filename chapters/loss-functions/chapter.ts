import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'foundations',
  order: 4,
  planned: true,
  titles: { en: 'Loss functions', zh: '损失函数' },
  question: { en: 'How wrong is wrong?', zh: '错，错到什么程度？' },
})
