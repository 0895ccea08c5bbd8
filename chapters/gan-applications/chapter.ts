import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'generative',
  order: 15,
  planned: true,
  titles: { en: 'What GANs are for', zh: 'GAN 的用处' },
  question: { en: 'What can be made from noise?', zh: '从噪声里能造出什么？' },
})
