import type { ChapterContext } from './context.ts'
import { paragraphs } from './paragraphs.ts'
import { settingsOf } from './settings.ts'
import { figureLink } from './references.ts'
import { h, isJsx, type Element, type Jsx, type Node } from './tree.ts'
import type { Attributes } from './vocabulary.ts'
import { chapterWords } from './words.ts'

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
  const values = settingsOf(node, attributes, c)
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
