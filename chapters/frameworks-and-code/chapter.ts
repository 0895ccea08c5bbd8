import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'practice',
  order: 17,
  planned: true,
  titles: { en: 'Frameworks and code', zh: '框架与代码' },
  question: { en: 'What does the library do for you?', zh: '框架替你做了什么？' },
})
