import type { HighlighterCore } from 'shiki/core'
import type { ChapterFacts } from '../../book/chapter.ts'
import type { WidgetCode } from '../../player/island.ts'
import type { Locale } from '../../protocol/view.ts'
import type { Source } from '../bibliography.ts'
import type { Outline } from './outline.ts'
import type { Problems } from './problems.ts'
import type { Node } from './tree.ts'

/** Everything a text can refer to. */
export interface BookContext {
  readonly locale: Locale
  readonly chapters: ReadonlyMap<string, ChapterFacts>
  /** Of the chapters that have a text. */
  readonly outlines: ReadonlyMap<string, Outline>
  readonly sources: ReadonlyMap<string, Source>
  readonly widgets: ReadonlyMap<string, WidgetCode>
  readonly highlighter: HighlighterCore
}

/** A claim as people make it, with what is true: an aside of a text, shown again on the page that collects them. */
export interface MisconceptionAside {
  /** The aside's own id in its text. */
  readonly id: string
  /** Id of the `##` section it stands in; empty before the first. */
  readonly section: string
  /** The inside of the aside. Its links are those of its page. */
  readonly html: string
}

/** One text on its way to HTML. */
export interface ChapterContext extends BookContext {
  readonly slug: string
  readonly facts: ChapterFacts
  readonly outline: Outline
  readonly problems: Problems
  /** Terms already introduced in this text. */
  readonly termsUsed: Set<string>
  readonly cited: Set<string>
  /** Margin notes of the block being made; they are set beside it. */
  readonly notes: Node[]
  readonly captions: Map<string, { readonly title: string; readonly html: string }>
  readonly misconceptions: MisconceptionAside[]
  /** Id of the `##` section being made. */
  section: string
  readonly counts: { note: number; predict: number; code: number }
  /** Turns children into HTML nodes. */
  readonly convert: (nodes: readonly Node[]) => Node[]
}
