/** What the prose may say about the parameters of a figure. */
import type { FigureFacts } from '../../book/chapter.ts'
import type { WidgetCode } from '../../player/island.ts'
import type { DeclaredParam } from '../../protocol/params.ts'
import type { Locale } from '../../protocol/view.ts'
import { formatValue, type Range } from '../../ui/range.ts'

export interface NumberInText {
  readonly label: string
  readonly value: number
  readonly range: Range
  readonly text: string
}

export const declaredParams = (code: WidgetCode): Readonly<Record<string, DeclaredParam>> =>
  code.spec.params as Readonly<Record<string, DeclaredParam>>

/** The parameter's value in this figure, or undefined if it is not a number. */
export function numberInText(
  code: WidgetCode,
  figure: FigureFacts,
  name: string,
  locale: Locale,
): NumberInText | undefined {
  const param = declaredParams(code)[name]
  if (param === undefined || (param.kind !== 'number' && param.kind !== 'integer' && param.kind !== 'seed'))
    return undefined
  const range: Range = {
    min: param.min,
    max: param.max,
    integer: param.kind !== 'number',
    scale: param.kind === 'seed' ? 'linear' : param.scale,
    ...(param.kind === 'number' && param.step !== undefined ? { step: param.step } : {}),
  }
  const { value } = param.read(figure.values[name] ?? param.default)
  const words = code.strings[locale].params[name]
  const label = typeof words === 'string' ? words : (words?.label ?? name)
  return { label, value, range, text: formatValue(value, range) }
}

/** Reads `learningRate=0.016&momentum=0` as values of the figure's widget; what can't be used is reported. */
export function readSettings(
  code: WidgetCode,
  written: string,
  report: (message: string, known?: Iterable<string>) => void,
): Record<string, unknown> {
  const params = declaredParams(code)
  const values: Record<string, unknown> = {}
  for (const [key, text] of new URLSearchParams(written)) {
    const param = params[key]
    if (param === undefined)
      report(`the widget “${code.spec.name}” has no parameter “${key}”`, Object.keys(params))
    else {
      const { value, problem } = param.read(text)
      if (problem !== undefined) report(`“${key}=${text}” can't be used (${problem})`)
      values[key] = value
    }
  }
  return values
}
