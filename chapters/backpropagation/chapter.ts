import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'foundations',
  order: 6,
  planned: true,
  titles: { en: 'Backpropagation', zh: '反向传播' },
  question: { en: 'Who is to blame for the error?', zh: '出了错，该怪谁？' },
})
