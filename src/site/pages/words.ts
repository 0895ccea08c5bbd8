/** Every word of the pages around the chapters, in both languages. */
import type { Locale } from '../../protocol/view.ts'

interface PageWords {
  readonly lang: string
  readonly ogLocale: string
  /** The book's name as a title and as plain text. */
  readonly book: string
  readonly other: {
    readonly locale: Locale
    readonly lang: string
    readonly name: string
    readonly label: string
  }
  readonly skip: string
  readonly contents: string
  readonly playground: string
  readonly glossary: string
  readonly bibliography: string
  readonly misconceptions: string
  readonly about: string
  readonly settings: string
  readonly theme: string
  readonly themes: { readonly system: string; readonly light: string; readonly dark: string }
  readonly width: string
  readonly widths: { readonly narrow: string; readonly normal: string; readonly wide: string }
  readonly close: string
  readonly onThisPage: string
  readonly theQuestion: string
  readonly partLine: (number: string, title: string) => string
  readonly partName: (number: string) => string
  readonly crumb: (part: string, order: number, title: string) => string
  readonly chapter: (order: number) => string
  readonly figure: (number: string) => string
  readonly runningFigures: string
  readonly prerequisites: string
  readonly readingTime: string
  readonly count: (n: number) => string
  readonly chapters: (orders: readonly string[]) => string
  readonly noPrerequisites: string
  readonly minutes: (n: number) => string
  /** Templates filled in by the page: `{}` is the number. */
  readonly left: {
    readonly minutes: string
    readonly last: string
    readonly none: string
    readonly several: string
    /** Names of the numbers from one on. */
    readonly counts: readonly string[]
  }
  readonly planned: string
  readonly figureCount: (n: number) => string
  readonly next: string
  readonly previous: string
  readonly missing: string
  /** Said by a figure whose code could not be fetched. */
  readonly asleep: string
  readonly footer: { readonly license: string; readonly privacy: string }
  readonly terms: { readonly intro: string; readonly find: string; readonly none: string }
  readonly sources: { readonly intro: string }
  readonly inContext: (place: string) => string
}

const ENGLISH_COUNTS = [
  'None',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
  'Thirteen',
  'Fourteen',
  'Fifteen',
]
const CHINESE_COUNTS = ['没有', ...'一两三四五六七八九十']
  .map((n, i) => (i === 0 ? n : `${n}幅`))
  .concat(['十一幅', '十二幅', '十三幅', '十四幅', '十五幅'])
const CHINESE_PARTS: Record<string, string> = { I: '一', II: '二', III: '三', IV: '四', V: '五' }

function listEnglish(items: readonly string[]): string {
  const last = items[items.length - 1] ?? ''
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${last}` : last
}

const en: PageWords = {
  lang: 'en',
  ogLocale: 'en_US',
  book: 'Deep Learning, Live',
  other: { locale: 'zh', lang: 'zh-Hans', name: '中文', label: '中文版' },
  skip: 'Skip to the text',
  contents: 'Contents',
  playground: 'Playground',
  glossary: 'Glossary',
  bibliography: 'Bibliography',
  misconceptions: 'Misconceptions',
  about: 'About',
  settings: 'Light, dark, text width',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  width: 'Width of the text',
  widths: { narrow: 'Narrow', normal: 'Normal', wide: 'Wide' },
  close: 'Close',
  onThisPage: 'On this page',
  theQuestion: 'The question',
  partLine: (number, title) => `Part ${number}, ${title}`,
  partName: (number) => `Part ${number}`,
  crumb: (part, order, title) => `${part} &nbsp;/&nbsp; <b>${order} ${title}</b>`,
  chapter: (order) => `Chapter ${order}`,
  figure: (number) => `Figure ${number}`,
  runningFigures: 'Running figures',
  prerequisites: 'You will need',
  readingTime: 'Reading time',
  count: (n) => ENGLISH_COUNTS[n] ?? String(n),
  chapters: (orders) => `${orders.length > 1 ? 'Chapters' : 'Chapter'} ${listEnglish(orders)}`,
  noPrerequisites: 'Nothing but curiosity',
  minutes: (n) => `${n} minutes`,
  left: {
    minutes: 'About {} minutes left,',
    last: 'Almost at the end,',
    none: 'every figure has run',
    several: '{} still to run',
    counts: ENGLISH_COUNTS.slice(1).map((n, i) => `${n.toLowerCase()} figure${i === 0 ? '' : 's'}`),
  },
  planned: 'In preparation',
  figureCount: (n) => (n === 1 ? '1 running figure' : `${n} running figures`),
  next: 'Next',
  previous: 'Previous',
  missing: '',
  asleep:
    'The code of this figure could not be loaded, so the picture stays as it was recorded. Press one of its buttons to try again, or reload the page.',
  footer: { license: 'Text CC BY 4.0, code MIT.', privacy: 'Nothing you do here leaves your browser.' },
  terms: {
    intro: 'The words of this book, with the Chinese term for each. Where schools differ, this list decides.',
    find: 'Find a term',
    none: 'No term matches.',
  },
  sources: { intro: 'The works this book rests on. Each is named where it is used.' },
  inContext: (place) => `In the text: ${place}`,
}

const zh: PageWords = {
  lang: 'zh-Hans',
  ogLocale: 'zh_CN',
  book: '深度学习·现场',
  other: { locale: 'en', lang: 'en', name: 'English', label: 'English edition' },
  skip: '跳到正文',
  contents: '目录',
  playground: '神经网络试验场',
  glossary: '术语表',
  bibliography: '参考文献',
  misconceptions: '常见误解',
  about: '关于本书',
  settings: '明暗与版面宽度',
  theme: '明暗',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  width: '正文宽度',
  widths: { narrow: '窄', normal: '适中', wide: '宽' },
  close: '关闭',
  onThisPage: '本页内容',
  theQuestion: '开篇之问',
  partLine: (number, title) => `第${CHINESE_PARTS[number] ?? number}部分　${title}`,
  partName: (number) => `第${CHINESE_PARTS[number] ?? number}部分`,
  crumb: (part, order, title) => `${part} &nbsp;/&nbsp; <b>第 ${order} 章　${title}</b>`,
  chapter: (order) => `第 ${order} 章`,
  figure: (number) => `图 ${number}`,
  runningFigures: '可运行的图',
  prerequisites: '预备知识',
  readingTime: '阅读时间',
  count: (n) => CHINESE_COUNTS[n] ?? `${n} 幅`,
  chapters: (orders) => `第 ${orders.join('、')} 章`,
  noPrerequisites: '好奇心即可',
  minutes: (n) => `${n} 分钟`,
  left: {
    minutes: '约剩 {} 分钟，',
    last: '快读完了，',
    none: '每幅图都已运行过',
    several: '还有{}图可以运行',
    counts: CHINESE_COUNTS.slice(1),
  },
  planned: '撰写中',
  figureCount: (n) => `${n} 幅可运行的图`,
  next: '下一章',
  previous: '上一章',
  missing: '本章的中文版尚未写成，以下是英文原文。',
  asleep: '未能载入这幅图的程序，画面停留在录制的那一帧。点一下图上的按钮即可重试，也可以刷新页面。',
  footer: {
    license: '文字采用 CC BY 4.0 许可，代码采用 MIT 许可。',
    privacy: '你在这里做的一切都不会离开你的浏览器。',
  },
  terms: {
    intro: '本书术语的中英对照。各家译名若有出入，以此表为准。',
    find: '查找术语',
    none: '没有符合的术语。',
  },
  sources: { intro: '本书所依据的文献，在引用之处均已注明。' },
  inContext: (place) => `正文见 ${place}`,
}

export const pageWords: Record<Locale, PageWords> = { en, zh }
