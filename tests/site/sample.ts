/** A small book: one chapter with every element of the vocabulary, one chapter to come, one widget. */
import { fileURLToPath } from 'node:url'
import { defineChapter, type ChapterFacts } from '../../src/book/chapter.ts'
import type { WidgetCode } from '../../src/player/island.ts'
import { defineParams, number, toggle } from '../../src/protocol/params.ts'

const words = {
  params: { rate: 'Learning rate', shown: 'Shown' },
  choices: {},
  metrics: { loss: 'Loss' },
  presets: {},
  summary: () => '',
  text: {},
}

export const hill: WidgetCode = {
  spec: {
    name: 'hill',
    params: defineParams({
      rate: number({ default: 0.1, min: 1e-3, max: 1, scale: 'log', live: true, symbol: 'η' }),
      shown: toggle({ default: true }),
    }),
    run: {
      workload: 'plain',
      stepIs: 'update',
      metrics: { loss: { scale: 'log', role: 'train' } },
      measureEvery: 1,
      speed: 60,
      endStep: () => 200,
    },
  },
  View: () => null,
  strings: {
    en: words,
    zh: { ...words, params: { rate: '学习率', shown: '显示' } },
  },
}

export const sampleFacts: ChapterFacts = defineChapter({
  part: 'foundations',
  order: 5,
  titles: { en: 'Sample', zh: '样章' },
  question: { en: 'Which way?', zh: '往哪边？' },
  prerequisites: ['later'],
  terms: ['gradient'],
  minutes: 40,
  figures: { hill: { widget: 'hill', values: { rate: 0.05 } } },
})

export const sample = {
  root: fileURLToPath(new URL('./fixtures', import.meta.url)),
  chapters: new Map<string, ChapterFacts>([
    ['sample', sampleFacts],
    [
      'later',
      defineChapter({
        part: 'foundations',
        order: 6,
        planned: true,
        titles: { en: 'Later', zh: '后续' },
        question: { en: 'And then?', zh: '然后呢？' },
      }),
    ],
  ]),
  widgets: new Map([['hill', hill]]),
}
