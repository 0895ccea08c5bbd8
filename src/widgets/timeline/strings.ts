import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'
import { shownEntries } from './spec/shown.ts'

export default defineStrings<typeof spec>()({
  en: {
    params: { show: 'What the list shows' },
    choices: {
      show: {
        all: 'Everything',
        learning: 'Neurons and learning',
        seeing: 'Vision',
        sequences: 'Language and sequences',
        generating: 'Generating',
        beyond: 'Games and science',
        corrected: 'What is often told wrong',
      },
    },
    metrics: {},
    presets: {},
    summary: ({ values }) => {
      const shown = shownEntries(values.show)
      return `${shown.length} entries, from ${shown[0]?.year ?? ''} to ${shown.at(-1)?.year ?? ''}.`
    },
    text: {
      strip: 'When it happened: a mark for each entry, a row for each thread, from 1940 to 2025',
      show: 'What the list shows',
      list: 'The entries in the order of time',
    },
  },
  zh: {
    params: { show: '列表显示' },
    choices: {
      show: {
        all: '全部',
        learning: '神经元与学习',
        seeing: '视觉',
        sequences: '语言与序列',
        generating: '生成',
        beyond: '游戏与科学',
        corrected: '常被讲错的',
      },
    },
    metrics: {},
    presets: {},
    summary: ({ values }) => {
      const shown = shownEntries(values.show)
      return `共 ${shown.length} 条，从 ${shown[0]?.year ?? ''} 年到 ${shown.at(-1)?.year ?? ''} 年。`
    },
    text: {
      strip: '都发生在什么时候：每条一个记号，每条线索一行，从 1940 年到 2025 年',
      show: '列表显示',
      list: '按时间排列的条目',
    },
  },
})
