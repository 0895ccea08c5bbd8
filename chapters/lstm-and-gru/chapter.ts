import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'architectures',
  order: 10,
  planned: true,
  titles: { en: 'LSTM and GRU', zh: 'LSTM 与 GRU' },
  question: { en: 'What is worth remembering?', zh: '什么值得记住？' },
})
