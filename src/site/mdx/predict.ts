import type { ChapterContext } from './context.ts'
import { paragraphs, unwrap } from './paragraphs.ts'
import { figureLink } from './references.ts'
import { settingsOf } from './settings.ts'
import { drawSketch, isSketch, SKETCH_IDS } from './sketches.ts'
import { h, isJsx, raw, type Element, type Jsx, type Node } from './tree.ts'
import { readAttributes, type Attributes } from './vocabulary.ts'
import { chapterWords } from './words.ts'

const isOption = (node: Node): node is Jsx => isJsx(node) && node.name === 'Option'

/** A guess before the figure shows: question, options, and what really happens. */
export function renderPredict(node: Jsx, attributes: Attributes, c: ChapterContext): Node[] {
  const words = chapterWords[c.locale]
  const figure = attributes.text('figure')
  const link = figureLink(figure, c)
  if (link === undefined) {
    c.problems.add(node, `<Predict>: no figure “${figure}” in this text`, Object.keys(c.facts.figures ?? {}))
    return []
  }
  const options = node.children.filter(isOption)
  if (options.length < 2 || options.length > 4) c.problems.add(node, '<Predict> needs two to four <Option>')
  if (options.filter((option) => option.attributes.some((a) => a.name === 'right')).length !== 1)
    c.problems.add(node, '<Predict>: exactly one <Option> is “right”')
  const group = `predict-${++c.counts.predict}`
  const question = { ariaLabelledBy: [`${group}-q`] }
  const guesses = options.map((option, i) => renderOption(option, group, i, c))
  const outcome = c.convert(node.children.filter((child) => !isOption(child)))
  const set = JSON.stringify(settingsOf(node, attributes, c))
  const [before = '', after = ''] = words.before('|').split('|')
  const name = h('a', { href: link.href }, link.name)
  return [
    h(
      'section',
      { className: ['predict', 'block'], ...question, dataPredict: figure, dataSet: set },
      h(
        'p',
        { className: ['kind'] },
        words.predict,
        h('span', { className: ['aside'] }, before, name, after),
      ),
      h('p', { className: ['q'], id: `${group}-q` }, attributes.text('question')),
      h('div', { className: ['guess', `n${options.length}`], role: 'radiogroup', ...question }, guesses),
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
        h('div', {}, paragraphs(outcome)),
      ),
    ),
  ]
}

function renderOption(option: Jsx, group: string, index: number, c: ChapterContext): Element {
  const attributes = readAttributes(option, 'Option', c.problems)
  const sketch = attributes.optional('sketch')
  if (sketch !== undefined && !isSketch(sketch))
    c.problems.add(option, `<Option>: no sketch “${sketch}”`, SKETCH_IDS)
  const drawn = sketch === undefined ? {} : { dataSketch: sketch }
  return h(
    'label',
    attributes.flag('right') ? { dataRight: chapterWords[c.locale].rightMark } : {},
    h(
      'span',
      {},
      h('input', { type: 'radio', name: group, value: String(index), ...drawn }),
      unwrap(c.convert(option.children)),
    ),
    sketch !== undefined && isSketch(sketch) ? h('div', { dataGuess: '' }, raw(drawSketch(sketch))) : null,
  )
}
