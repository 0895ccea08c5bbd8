import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'generative',
  order: 13,
  planned: true,
  titles: { en: 'Autoencoders', zh: '自编码器' },
  question: { en: 'What survives a narrow passage?', zh: '穿过窄门，留下的是什么？' },
})
