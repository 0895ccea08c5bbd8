import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'architectures',
  order: 9,
  planned: true,
  titles: { en: 'Recurrent networks', zh: '循环网络' },
  question: { en: 'How do you read one word at a time?', zh: '一次只读一个词，怎样读懂一句话？' },
})
