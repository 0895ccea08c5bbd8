import type { ChapterContext } from './context.ts'
import { escapeHtml, highlight, isLanguage, LANGUAGES } from './highlight.ts'
import { paramButton } from './references.ts'
import { hastToHtml } from './html.ts'
import { h, isBlank, isElement, raw, words as wordsOf, type Element, type Jsx, type Node } from './tree.ts'
import type { Attributes } from './vocabulary.ts'
import { chapterWords } from './words.ts'

const PARAM = /\{\{\s*([a-z0-9-]+)\.([A-Za-z0-9]+)\s*\}\}/g
const COPY_ICON =
  '<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="M7 7h9v9H7zM4 13V4h9"/></svg>'

interface Tab {
  readonly title: string
  readonly html: string
}

/** A fence (`pre > code`) as highlighted HTML. A number of a figure travels through the highlighter as a rare number. */
function renderFence(pre: Element, c: ChapterContext): Tab | undefined {
  const code = pre.children.find((child) => isElement(child, 'code'))
  if (code === undefined || !isElement(code)) return undefined
  const names = code.properties['className']
  const named = Array.isArray(names) ? String(names[0] ?? '') : ''
  const language = named.replace('language-', '')
  if (!isLanguage(language)) {
    c.problems.add(pre, `a code block in “${language}”`, LANGUAGES)
    return undefined
  }
  const title = /title="([^"]*)"/.exec(code.data?.meta ?? '')?.[1] ?? ''
  const buttons: string[] = []
  const source = wordsOf(code)
    .replace(/\n$/, '')
    .replace(PARAM, (_, figure: string, name: string) => {
      const button = paramButton(pre, figure, name, c, true)
      buttons.push(button === undefined ? '' : hastToHtml([button]))
      return `77700${buttons.length}00777`
    })
  const html = highlight(source, language, c.highlighter).replace(
    /77700(\d+)00777/g,
    (_, i: string) => buttons[Number(i) - 1] ?? '',
  )
  return { title, html }
}

/** Code with one tab per fence. Without scripts the panels stand one below the other. */
export function renderCode(
  node: Jsx | Element,
  attributes: Attributes | undefined,
  c: ChapterContext,
): Node[] {
  const words = chapterWords[c.locale]
  const fences = node.type === 'element' ? [node] : node.children.filter((child) => !isBlank(child))
  const tabs: Tab[] = []
  for (const fence of fences) {
    if (!isElement(fence, 'pre')) c.problems.add(fence, '<Code> holds fenced code blocks only')
    else {
      const tab = renderFence(fence, c)
      if (tab !== undefined) tabs.push(tab)
      if (tab?.title === '' && fences.length > 1)
        c.problems.add(fence, 'a tab of <Code> needs title="…" after its language')
    }
  }
  const group = `code-${++c.counts.code}`
  const several = tabs.length > 1
  const copy = raw(
    `<button type="button" class="end" aria-label="${words.copy}" data-copy data-copied="${words.copied}">${COPY_ICON}<span>${words.copy}</span></button>`,
  )
  const head = tabs.map((tab, i) => {
    const title = tab.title === '' ? words.code : tab.title
    if (!several) return h('span', { className: ['only'] }, title)
    return raw(
      `<button type="button" role="tab" id="${group}-tab-${i}" aria-controls="${group}-${i}" aria-selected="${i === 0}"` +
        `${i === 0 ? '' : ' tabindex="-1"'}>${escapeHtml(title)}</button>`,
    )
  })
  const list = several
    ? h('div', { role: 'tablist', className: ['tablist'] }, head)
    : h('div', { className: ['tablist'] }, head)
  const panels = tabs.map((tab, i) =>
    raw(
      `<div class="panel${i === 0 ? ' shown' : ''}" id="${group}-${i}"` +
        (several ? ` role="tabpanel" aria-labelledby="${group}-tab-${i}"` : '') +
        `><pre tabindex="0"><code>${tab.html}</code></pre></div>`,
    ),
  )
  const caption = attributes?.optional('caption')
  return [
    h(
      'div',
      { className: ['code', 'block'], dataCode: '' },
      h('div', { className: ['tabs'] }, list, copy),
      panels,
      caption === undefined ? null : h('p', { className: ['cap'] }, caption),
    ),
  ]
}
