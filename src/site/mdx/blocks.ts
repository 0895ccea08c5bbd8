/** Block elements of the vocabulary. */
import type { ChapterContext } from './context.ts'
import { hastToHtml } from './html.ts'
import { figureLink } from './references.ts'
import { readSettings } from './params.ts'
import { drawSketch, isSketch, SKETCH_IDS } from './sketches.ts'
import { setTex } from './tex.ts'
import {
  h,
  isBlank,
  isElement,
  isJsx,
  raw,
  text,
  walk,
  words as wordsOf,
  type Element,
  type Jsx,
  type Node,
} from './tree.ts'
import { readAttributes, type Attributes } from './vocabulary.ts'
import { chapterWords } from './words.ts'

const named = (nodes: readonly Node[], name: string): Jsx[] =>
  nodes.filter((node): node is Jsx => isJsx(node) && node.name === name)

/** A single paragraph stands without its `p` where the element brings its own. */
function unwrap(nodes: Node[]): Node[] {
  const solid = nodes.filter((node) => !isBlank(node))
  const [only] = solid
  return solid.length === 1 && only !== undefined && isElement(only, 'p') ? only.children : nodes
}

/** Loose text inside a block element becomes a paragraph. */
function paragraphs(nodes: Node[]): Node[] {
  const out: Node[] = []
  let line: Node[] = []
  const close = (): void => {
    if (line.some((node) => !isBlank(node))) out.push(h('p', {}, line))
    line = []
  }
  for (const node of nodes) {
    const inline =
      node.type === 'text' ||
      (node.type === 'raw' && node.value.startsWith('<span')) ||
      isElement(node, 'a', 'b', 'strong', 'em', 'code', 'span', 'sup', 'button', 'kbd')
    if (inline) line.push(node)
    else {
      close()
      out.push(node)
    }
  }
  close()
  return out
}

export function renderFigure(node: Jsx, attributes: Attributes, c: ChapterContext): Node[] {
  const id = attributes.text('id')
  const facts = c.facts.figures?.[id]
  if (facts === undefined) {
    c.problems.add(node, `<Figure>: chapter.ts has no figure “${id}”`, Object.keys(c.facts.figures ?? {}))
    return []
  }
  if (!c.widgets.has(facts.widget))
    c.problems.add(node, `<Figure id="${id}">: no widget “${facts.widget}”`, c.widgets.keys())
  const notes = c.notes.length
  const caption = unwrap(c.convert(node.children))
  if (c.notes.length > notes) c.problems.add(node, `<Figure id="${id}">: a caption can't have a <Note>`)
  const bold = caption.find((child) => !isBlank(child))
  if (bold === undefined || !isElement(bold, 'strong'))
    c.problems.add(
      node,
      `<Figure id="${id}">: the caption begins with one bold sentence that says what to see`,
    )
  c.captions.set(id, { title: attributes.text('title'), html: hastToHtml(caption.map(boldIsB)) })
  return [raw(figureSlot(id))]
}

/** Captions set their first sentence as `b`: it is a headline, not an emphasis. */
const boldIsB = (node: Node): Node => (isElement(node, 'strong') ? { ...node, tagName: 'b' } : node)

export const figureSlot = (id: string): string => `<!--figure ${id}-->`

export function renderEq(node: Jsx, attributes: Attributes, c: ChapterContext): Node[] {
  const label = c.outline.labels.get(attributes.text('id'))
  const formulas = [...walk(node.children)].filter(isMath)
  const [only] = formulas
  const around = node.children.map(wordsOf).join('').trim()
  if (only === undefined || formulas.length > 1 || around !== wordsOf(only).trim()) {
    c.problems.add(node, '<Eq> holds one formula between $$ and $$, and nothing else')
    return []
  }
  return [equation(only, around, c, label)]
}

/** A formula as Markdown left it. */
export const isMath = (node: Node): boolean => {
  const names = isElement(node, 'code') ? node.properties['className'] : undefined
  return Array.isArray(names) && names.includes('language-math')
}

/** A display formula, with its number if it has one. A wide one scrolls by itself. */
export function equation(
  node: Node,
  tex: string,
  c: ChapterContext,
  label?: { readonly anchor: string; readonly number: string },
): Node {
  try {
    return h(
      'div',
      { className: ['eq'], ...(label === undefined ? {} : { id: label.anchor }) },
      h('div', { className: ['eq-in'], tabIndex: 0 }, raw(setTex(tex, true))),
      label === undefined ? null : h('span', { className: ['no'] }, `(${label.number})`),
    )
  } catch (error) {
    c.problems.add(node, `a formula can't be set: ${(error as Error).message}`)
    return text('')
  }
}

export function renderPitfall(node: Jsx, _: Attributes, c: ChapterContext): Node[] {
  return [
    h(
      'section',
      { className: ['pitfall', 'block'] },
      h('p', { className: ['kind'] }, chapterWords[c.locale].pitfall),
      h('div', { className: ['why'] }, paragraphs(c.convert(node.children))),
    ),
  ]
}

export function renderMisconception(node: Jsx, attributes: Attributes, c: ChapterContext): Node[] {
  const words = chapterWords[c.locale]
  return [
    h(
      'section',
      { className: ['myth', 'block'] },
      h('p', { className: ['kind'] }, words.misconception),
      h('p', { className: ['claim'] }, words.claim(attributes.text('claim'))),
      h('p', { className: ['kind'] }, words.inFact),
      h('div', { className: ['why'] }, paragraphs(c.convert(node.children))),
    ),
  ]
}

export function renderRecap(node: Jsx, _: Attributes, c: ChapterContext): Node[] {
  return [
    h(
      'section',
      { className: ['recap', 'block'] },
      h('p', { className: ['kind'] }, chapterWords[c.locale].recap),
      c.convert(node.children),
    ),
  ]
}

function settings(node: Jsx, attributes: Attributes, c: ChapterContext): Record<string, unknown> {
  const written = attributes.optional('set')
  const facts = c.facts.figures?.[attributes.text('figure')]
  const code = facts === undefined ? undefined : c.widgets.get(facts.widget)
  if (written === undefined) return {}
  if (code === undefined) {
    c.problems.add(node, 'a “set” needs a figure that exists')
    return {}
  }
  return readSettings(code, written, (message, known) => c.problems.add(node, message, known))
}

export function renderPredict(node: Jsx, attributes: Attributes, c: ChapterContext): Node[] {
  const words = chapterWords[c.locale]
  const figure = attributes.text('figure')
  const link = figureLink(figure, c)
  if (link === undefined) {
    c.problems.add(node, `<Predict>: no figure “${figure}” in this text`, Object.keys(c.facts.figures ?? {}))
    return []
  }
  const options = named(node.children, 'Option')
  if (options.length < 2 || options.length > 4) c.problems.add(node, '<Predict> needs two to four <Option>')
  if (named(node.children, 'Option').filter((o) => o.attributes.some((a) => a.name === 'right')).length !== 1)
    c.problems.add(node, '<Predict>: exactly one <Option> is “right”')
  const group = `predict-${++c.counts.predict}`
  const guesses = options.map((option, i) => {
    const own = readAttributes(option, 'Option', c.problems)
    const sketch = own.optional('sketch')
    if (sketch !== undefined && !isSketch(sketch))
      c.problems.add(option, `<Option>: no sketch “${sketch}”`, SKETCH_IDS)
    return h(
      'label',
      { ...(own.flag('right') ? { dataRight: words.rightMark } : {}) },
      h(
        'span',
        {},
        h('input', {
          type: 'radio',
          name: group,
          value: String(i),
          ...(sketch === undefined ? {} : { dataSketch: sketch }),
        }),
        unwrap(c.convert(option.children)),
      ),
      sketch !== undefined && isSketch(sketch) ? h('div', { dataGuess: '' }, raw(drawSketch(sketch))) : null,
    )
  })
  const answer = node.children.filter((child) => !(isJsx(child) && child.name === 'Option'))
  const values = settings(node, attributes, c)
  const before = words.before('|').split('|')
  return [
    h(
      'section',
      {
        className: ['predict', 'block'],
        ariaLabelledBy: [`${group}-q`],
        dataPredict: figure,
        dataSet: JSON.stringify(values),
      },
      h(
        'p',
        { className: ['kind'] },
        words.predict,
        h(
          'span',
          { className: ['aside'] },
          before[0] ?? '',
          h('a', { href: link.href }, link.name),
          before[1] ?? '',
        ),
      ),
      h('p', { className: ['q'], id: `${group}-q` }, attributes.text('question')),
      h(
        'div',
        { className: ['guess', `n${options.length}`], role: 'radiogroup', ariaLabelledBy: [`${group}-q`] },
        guesses,
      ),
      h(
        'div',
        { className: ['act', 'needs-js'] },
        h('button', { type: 'button', className: ['btn', 'go'], disabled: true, dataCheck: '' }, words.check),
        h('span', {}, words.kept),
      ),
      h(
        'details',
        { className: ['unfold'] },
        h('summary', {}, words.outcome),
        h('div', {}, paragraphs(c.convert(answer))),
      ),
    ),
  ]
}

export function renderExercise(node: Jsx, attributes: Attributes, c: ChapterContext): Node[] {
  const words = chapterWords[c.locale]
  const label = c.outline.labels.get(attributes.text('id'))
  const folds = node.children.filter(
    (n): n is Jsx => isJsx(n) && (n.name === 'Hint' || n.name === 'Solution'),
  )
  const task = node.children.filter(
    (child) => !(isJsx(child) && (child.name === 'Hint' || child.name === 'Solution')),
  )
  return [
    h(
      'section',
      { className: ['exercise', 'block'], ...(label === undefined ? {} : { id: label.anchor }) },
      h('p', { className: ['kind'] }, words.exercise(label?.number ?? '')),
      h('div', { className: ['task'] }, paragraphs(c.convert(task))),
      answerForm(attributes, c),
      figureCheck(node, attributes, c),
      folds.map((fold) =>
        h(
          'details',
          { className: ['unfold'] },
          h('summary', {}, fold.name === 'Hint' ? words.hint : words.solution),
          h('div', {}, paragraphs(c.convert(fold.children))),
        ),
      ),
    ),
  ]
}

function answerForm(attributes: Attributes, c: ChapterContext): Element | null {
  const answer = attributes.number('answer')
  if (answer === undefined) return null
  const words = chapterWords[c.locale]
  return h(
    'form',
    {
      className: ['answer', 'needs-js'],
      dataAnswer: String(answer),
      dataTolerance: String(attributes.number('tolerance') ?? 0),
      dataRight: words.right,
      dataWrong: words.notYet,
      dataNan: words.notANumber,
    },
    h(
      'label',
      {},
      words.yourAnswer,
      ' ',
      h('input', { type: 'text', inputMode: 'decimal', autoComplete: 'off', size: 8 }),
    ),
    h('button', { type: 'submit', className: ['btn'] }, words.checkAnswer),
    h('output', {}),
  )
}

/** The line that says whether the figure has reached what the exercise asks for. */
function figureCheck(node: Jsx, attributes: Attributes, c: ChapterContext): Element | null {
  const figure = attributes.optional('figure')
  const metric = attributes.optional('metric')
  if (figure === undefined) {
    if (metric !== undefined) c.problems.add(node, '<Exercise>: “metric” needs “figure”')
    return null
  }
  const link = figureLink(figure, c)
  const facts = c.facts.figures?.[figure]
  const code = facts === undefined ? undefined : c.widgets.get(facts.widget)
  if (link === undefined || code === undefined) {
    c.problems.add(node, `<Exercise>: no figure “${figure}” in this text`, Object.keys(c.facts.figures ?? {}))
    return null
  }
  const values = settings(node, attributes, c)
  if (metric === undefined) return null
  const metrics = Object.keys(code.spec.run?.metrics ?? {})
  if (!metrics.includes(metric)) c.problems.add(node, `<Exercise>: no metric “${metric}”`, metrics)
  const words = chapterWords[c.locale]
  const limits = {
    below: attributes.number('below'),
    above: attributes.number('above'),
    within: attributes.number('within'),
  }
  if (limits.below === undefined && limits.above === undefined)
    c.problems.add(node, '<Exercise> with a metric needs “below” or “above”')
  const [before = '', after = ''] = words.checkedBy('|').split('|')
  return h(
    'p',
    {
      className: ['figure-check', 'needs-js'],
      dataChecks: figure,
      dataMetric: metric,
      dataLimits: JSON.stringify(limits),
      dataSet: JSON.stringify(values),
      dataDone: words.done,
    },
    before,
    h('a', { href: link.href }, link.name),
    after,
    ' ',
    h('output', {}, words.open),
  )
}
