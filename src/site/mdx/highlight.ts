import javascript from '@shikijs/langs/javascript'
import python from '@shikijs/langs/python'
import typescript from '@shikijs/langs/typescript'
import { createHighlighterCore, type HighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'

/** Tone, not hue: keywords and names in ink, comments paler, the rest grey. Colours here only name the classes. */
const CLASS_OF: Record<string, string> = { '#000001': 'k', '#000002': 'c', '#000003': 'f' }
const THEME = {
  name: 'ink',
  type: 'light' as const,
  colors: { 'editor.foreground': '#000000', 'editor.background': '#ffffff' },
  settings: [
    { settings: { foreground: '#000000' } },
    {
      scope: ['keyword.control', 'keyword.operator.new', 'storage', 'keyword.operator.logical.python'],
      settings: { foreground: '#000001' },
    },
    { scope: ['comment', 'punctuation.definition.comment'], settings: { foreground: '#000002' } },
    { scope: ['entity.name.function', 'entity.name.class'], settings: { foreground: '#000003' } },
    { scope: ['meta.function-call.generic.python'], settings: { foreground: '#000000' } },
  ],
}

export const LANGUAGES = ['js', 'ts', 'python'] as const
export type Language = (typeof LANGUAGES)[number]
export const isLanguage = (name: string): name is Language => (LANGUAGES as readonly string[]).includes(name)

let highlighter: Promise<HighlighterCore> | undefined

/** Makes the highlighter once; it must have been awaited before `highlight` is called. */
export function loadHighlighter(): Promise<HighlighterCore> {
  highlighter ??= createHighlighterCore({
    themes: [THEME],
    langs: [javascript, typescript, python],
    engine: createJavaScriptRegexEngine(),
  })
  return highlighter
}

export const escapeHtml = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** Code as HTML spans of the classes k, c and f. */
export function highlight(code: string, language: Language, core: HighlighterCore): string {
  return (
    core
      // No time limit: on a busy machine it would leave the end of a line plain.
      .codeToTokensBase(code, { lang: language, theme: 'ink', tokenizeTimeLimit: 0 })
      .map((line) =>
        line
          .map(({ content, color }) => {
            const name = CLASS_OF[(color ?? '').toLowerCase()]
            const html = escapeHtml(content)
            return name === undefined ? html : `<span class="${name}">${html}</span>`
          })
          .join(''),
      )
      .join('\n')
  )
}
