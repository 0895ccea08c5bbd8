import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'architectures',
  order: 12,
  planned: true,
  titles: { en: 'Recursive networks', zh: '递归网络' },
  question: { en: 'What if a sentence is a tree?', zh: '如果句子是一棵树呢？' },
})
