import type { Locale } from '../protocol/view.ts'
import type { AnySpec, SpecValues } from '../protocol/spec.ts'

/** One text in each language of the book. */
export type Bilingual = Readonly<Record<Locale, string>>

/** A figure of a chapter: a widget, and the values it starts from. */
export interface FigureFacts {
  /** The widget's folder. */
  readonly widget: string
  /** Values that differ from the widget's defaults. */
  readonly values: Readonly<Record<string, unknown>>
  /** The step at which the recorded frame is taken; 0 or absent: the picture before the first step. */
  readonly step?: number
}

/** The language-neutral facts of a chapter: everything that its two texts share. */
export interface ChapterFacts {
  readonly part: PartId
  /** The chapter's number in the book. */
  readonly order: number
  readonly titles: Bilingual
  /** The question the chapter opens with, in a few words, for the contents. */
  readonly question: Bilingual
  /** Still to be written: it has no page, and the contents say so. */
  readonly planned?: true
  /** Slugs of the chapters a reader needs first. */
  readonly prerequisites?: readonly string[]
  /** Terms of the glossary that the chapter explains. */
  readonly terms?: readonly string[]
  /** Reading time. */
  readonly minutes?: number
  /** Figure id → widget and values, in the order of the text. */
  readonly figures?: Readonly<Record<string, FigureFacts>>
}

export const PARTS = {
  foundations: { number: 'I', titles: { en: 'Foundations', zh: '基础' } },
  architectures: { number: 'II', titles: { en: 'Architectures', zh: '网络结构' } },
  generative: { number: 'III', titles: { en: 'Generative models', zh: '生成模型' } },
  decisions: { number: 'IV', titles: { en: 'Decisions', zh: '决策' } },
  practice: { number: 'V', titles: { en: 'Practice', zh: '实践' } },
} as const satisfies Record<string, { number: string; titles: Bilingual }>
export type PartId = keyof typeof PARTS

/** Declares a chapter (`chapters/<slug>/chapter.ts`, default export). */
export function defineChapter(facts: ChapterFacts): ChapterFacts {
  return facts
}

/**
 * A figure of a chapter, with its values typed by the widget's declaration:
 * `figures: { valley: figure(valleySpec, { landscape: 'beale' }, 90) }`.
 */
export function figure<S extends AnySpec>(
  spec: S,
  values: Partial<SpecValues<S>> = {},
  step?: number,
): FigureFacts {
  return step === undefined ? { widget: spec.name, values } : { widget: spec.name, values, step }
}
