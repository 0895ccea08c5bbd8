import type { Locale } from '../../protocol/view.ts'

/** What the player says of two settings that are compared. */
export interface CompareStrings {
  readonly compare: string
  /** Name of the row with what can be done. */
  readonly row: string
  /** Heard before a picture. */
  readonly side: (letter: string) => string
  readonly held: string
  readonly yours: string
  readonly alike: string
  readonly differing: (count: number) => string
  /** Beside a value that reads like the other side's and is another. */
  readonly another: (value: string) => string
  readonly swap: string
  readonly copy: string
  readonly keep: (letter: string) => string
  readonly says: (letter: string, words: string) => string
  /** Of a link. */
  readonly shared: string
  readonly fileOf: (name: string, letter: string) => string
  readonly keys: { readonly compare: string; readonly swap: string }
}

const en: CompareStrings = {
  compare: 'Compare',
  row: 'Comparison of A and B',
  side: (letter) => `Setting ${letter}`,
  held: 'held as it was',
  yours: 'follows the controls',
  alike: 'A and B are still alike. Change a setting: it changes B.',
  differing: (count) => (count === 1 ? 'One setting differs.' : `${count} settings differ.`),
  another: (value) => `${value}, but another`,
  swap: 'Swap A and B',
  copy: 'Make A like B',
  keep: (letter) => `End, keep ${letter}`,
  says: (letter, words) => `${letter}: ${words}`,
  shared: 'It opens with A and B side by side.',
  fileOf: (name, letter) => `${name}, ${letter}`,
  keys: { compare: 'compare two settings, or end it', swap: 'swap A and B' },
}

const zh: CompareStrings = {
  compare: '比较',
  row: '比较 A 与 B',
  side: (letter) => `设置 ${letter}`,
  held: '保持原样',
  yours: '随控件变化',
  alike: 'A 与 B 现在相同。改动控件，只改变 B。',
  differing: (count) => `有 ${count} 项设置不同。`,
  another: (value) => `${value}（内容不同）`,
  swap: '互换 A 与 B',
  copy: '让 A 等同于 B',
  keep: (letter) => `结束，留下 ${letter}`,
  says: (letter, words) => `${letter}：${words}`,
  shared: '打开时，A 与 B 并排显示。',
  fileOf: (name, letter) => `${name}（${letter}）`,
  keys: { compare: '比较两组设置，或结束比较', swap: '互换 A 与 B' },
}

export const compareStrings: Readonly<Record<Locale, CompareStrings>> = { en, zh }
