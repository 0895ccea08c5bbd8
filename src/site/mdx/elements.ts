import * as block from './blocks.ts'
import { renderCode } from './codeBlock.ts'
import type { ChapterContext } from './context.ts'
import { renderEq } from './equations.ts'
import { renderExercise } from './exercise.ts'
import { renderPredict } from './predict.ts'
import * as reference from './references.ts'
import { h, isElement, type Jsx, type Node } from './tree.ts'
import { isKnown, readAttributes, VOCABULARY, type Attributes, type ElementName } from './vocabulary.ts'
import { chapterWords } from './words.ts'

type Render = (node: Jsx, attributes: Attributes, c: ChapterContext) => Node[]

const ELEMENTS: Record<ElementName, Render> = {
  Lead: misplaced('Lead', 'is the first element of the text, once'),
  Option: misplaced('Option', 'stands inside <Predict>'),
  Hint: misplaced('Hint', 'stands inside <Exercise>'),
  Solution: misplaced('Solution', 'stands inside <Exercise>'),
  Figure: misplaced('Figure', 'stands between paragraphs, not inside another element'),
  Eq: renderEq,
  Pitfall: block.renderPitfall,
  Misconception: block.renderMisconception,
  Predict: renderPredict,
  Exercise: renderExercise,
  Recap: block.renderRecap,
  Code: renderCode,
  Note: renderNote,
  Term: reference.renderTerm,
  Cite: reference.renderCite,
  Ref: reference.renderRef,
  Param: reference.renderParam,
  En: (node, _, c) => [h('span', { lang: 'en' }, c.convert(node.children))],
  Key: (node, _, c) => [h('kbd', {}, c.convert(node.children))],
}

function misplaced(name: string, rule: string): Render {
  return (node, _, c) => {
    c.problems.add(node, `<${name}> ${rule}`)
    return []
  }
}

function renderNote(node: Jsx, _: Attributes, c: ChapterContext): Node[] {
  const number = ++c.counts.note
  const content = c
    .convert(node.children)
    .flatMap((child) => (isElement(child, 'p') ? child.children : [child]))
  c.notes.push(
    h('p', { id: `note-${number}` }, h('b', {}, h('a', { href: `#cue-${number}` }, String(number))), content),
  )
  return [
    h(
      'sup',
      { className: ['cue'], id: `cue-${number}` },
      h('a', { href: `#note-${number}`, ariaLabel: chapterWords[c.locale].note(number) }, String(number)),
    ),
  ]
}

/** An element of the vocabulary as HTML. */
export function convertJsx(node: Jsx, c: ChapterContext): Node[] {
  if (!isKnown(node.name)) {
    c.problems.add(node, `<${node.name ?? ''}> is not in the book's vocabulary`, Object.keys(VOCABULARY))
    return []
  }
  return ELEMENTS[node.name](node, readAttributes(node, node.name, c.problems), c)
}
