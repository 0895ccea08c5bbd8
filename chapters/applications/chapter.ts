import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'practice',
  order: 18,
  planned: true,
  titles: { en: 'Applications', zh: '应用' },
  question: { en: 'Where does it work, and where not?', zh: '它在哪里管用，在哪里不管用？' },
})
