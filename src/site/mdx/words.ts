/** The words that the build itself puts into a chapter, in both languages. */
import type { Locale } from '../../protocol/view.ts'
import type { Label } from './outline.ts'

interface Words {
  readonly label: (kind: Label['kind'], number: string, title: string, capital: boolean) => string
  readonly chapter: (order: number) => string
  readonly pitfall: string
  readonly misconception: string
  readonly inFact: string
  readonly claim: (claim: string) => string
  readonly predict: string
  readonly before: (figure: string) => string
  readonly check: string
  readonly kept: string
  readonly outcome: string
  readonly rightMark: string
  readonly exercise: (number: string) => string
  readonly hint: string
  readonly solution: string
  readonly yourAnswer: string
  readonly checkAnswer: string
  readonly right: string
  readonly notYet: string
  readonly notANumber: string
  readonly checkedBy: (figure: string) => string
  readonly open: string
  readonly done: string
  readonly recap: string
  readonly copy: string
  readonly copied: string
  readonly code: string
  readonly note: (number: number) => string
  readonly linkHere: string
  readonly citation: (parts: string) => string
  readonly citationSeparator: string
  readonly gloss: (english: string) => string
}

const KIND_EN = { figure: 'Figure', equation: 'equation', section: 'Section', exercise: 'Exercise' }

const en: Words = {
  label: (kind, number, title, capital) => {
    if (number === '') return `“${title}”`
    const name = KIND_EN[kind]
    // Name and number stay on one line.
    return `${capital ? name.charAt(0).toUpperCase() + name.slice(1) : name}\u00a0${number}`
  },
  chapter: (order) => `Chapter\u00a0${order}`,
  pitfall: 'Pitfall',
  misconception: 'Misconception',
  inFact: 'In fact',
  claim: (claim) => `“${claim}”`,
  predict: 'Predict',
  before: (figure) => `before you run ${figure}`,
  check: 'Check my guess',
  kept: 'Your choice stays with the figure.',
  outcome: 'What happens',
  rightMark: 'this happens',
  exercise: (number) => `Exercise ${number}`,
  hint: 'Hint',
  solution: 'Solution',
  yourAnswer: 'Your answer',
  checkAnswer: 'Check',
  right: 'Right.',
  notYet: 'Not yet. Try again.',
  notANumber: 'Please write a number.',
  checkedBy: (figure) => `${figure} checks this:`,
  open: 'not reached yet',
  done: 'reached',
  recap: 'Recap',
  copy: 'Copy',
  copied: 'Copied',
  code: 'Code',
  note: (number) => `Note ${number}`,
  linkHere: 'Link to this section',
  citation: (parts) => `(${parts})`,
  citationSeparator: '; ',
  gloss: (english) => ` (${english})`,
}

const KIND_ZH = {
  figure: (n: string) => `图\u00a0${n}`,
  equation: (n: string) => `公式\u00a0${n}`,
  section: (n: string) => `${n} 节`,
  exercise: (n: string) => `习题\u00a0${n}`,
}

const zh: Words = {
  label: (kind, number, title) => (number === '' ? `“${title}”` : KIND_ZH[kind](number)),
  chapter: (order) => `第 ${order} 章`,
  pitfall: '容易出错',
  misconception: '常见误解',
  inFact: '其实',
  claim: (claim) => `“${claim}”`,
  predict: '先猜一猜',
  before: (figure) => `再看${figure}`,
  check: '对照我的猜测',
  kept: '你的猜测会留在图上。',
  outcome: '结果如何',
  rightMark: '实际如此',
  exercise: (number) => `习题 ${number}`,
  hint: '提示',
  solution: '解答',
  yourAnswer: '你的答案',
  checkAnswer: '核对',
  right: '对了。',
  notYet: '还不对，再试试。',
  notANumber: '请填一个数。',
  checkedBy: (figure) => `由${figure} 来检验：`,
  open: '尚未达到',
  done: '已达到',
  recap: '小结',
  copy: '复制',
  copied: '已复制',
  code: '代码',
  note: (number) => `注 ${number}`,
  linkHere: '本节链接',
  citation: (parts) => `（${parts}）`,
  citationSeparator: '；',
  gloss: (english) => `（${english}）`,
}

export const chapterWords: Record<Locale, Words> = { en, zh }
