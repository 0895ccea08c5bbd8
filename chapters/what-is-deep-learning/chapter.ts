import { defineChapter } from '../../src/book/chapter.ts'

export default defineChapter({
  part: 'foundations',
  order: 1,
  planned: true,
  titles: { en: 'What is deep learning', zh: '什么是深度学习' },
  question: { en: 'What does it mean for a program to learn?', zh: '说一个程序在“学习”，是什么意思？' },
})
