import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'decisions',
  order: 16,
  planned: true,
  titles: { en: 'Deep reinforcement learning', zh: '深度强化学习' },
  question: { en: 'How do you learn from a late reward?', zh: '奖励来得太晚，该怎么学？' },
})
