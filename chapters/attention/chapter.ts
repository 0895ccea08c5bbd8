import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'architectures',
  order: 11,
  planned: true,
  titles: { en: 'Attention', zh: '注意力' },
  question: { en: 'Where should a network look?', zh: '网络该往哪里看？' },
})
