import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'generative',
  order: 14,
  planned: true,
  titles: { en: 'Generative adversarial networks', zh: '生成对抗网络' },
  question: { en: 'Can two networks teach each other?', zh: '两个网络能互相教会对方吗？' },
})
