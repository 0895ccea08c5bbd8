/**
 * `chapters/misconceptions`: what is believed about subjects whose chapters are still to come. When a chapter opens, its
 * asides move into it; the page of misconceptions collects both.
 */
import type { ChapterFacts } from '../../book/chapter.ts'
import { readHeadingId } from '../mdx/headings.ts'
import type { Draft } from '../mdx/render.ts'
import { isBlank, isElement, isJsx } from '../mdx/tree.ts'

/** The text's folder in `chapters/`, and the route of the page. */
export const WAITING = 'misconceptions'

export const waitingFacts: ChapterFacts = {
  part: 'practice',
  order: 0,
  titles: { en: 'Misconceptions', zh: '常见误解' },
  question: { en: 'What is believed, and what is true?', zh: '人们相信什么？事实又如何？' },
}

/** Notes what such a text must not hold: a section that is no chapter to come, or anything but asides. */
export function checkWaiting({ root, problems }: Draft, chapters: ReadonlyMap<string, ChapterFacts>): void {
  const planned = [...chapters].flatMap(([slug, { planned }]) => (planned === true ? [slug] : []))
  for (const node of root.children) {
    if (isBlank(node) || (isJsx(node) && (node.name === 'Lead' || node.name === 'Misconception'))) continue
    if (!isElement(node, 'h2')) {
      problems.add(node, 'this text holds <Misconception> under ## headings, and nothing else')
      continue
    }
    const slug = readHeadingId(node)?.id ?? ''
    if (!planned.includes(slug))
      problems.add(node, `“${slug}” is no chapter to come: its misconceptions belong into its text`, planned)
  }
}
