import { formatNumber } from '../../i18n/number.ts'
import type { ParamLabel, WidgetText } from '../../i18n/widgetStrings.ts'
import type { DeclaredParam, LabelledPoint, Params, Values } from '../../protocol/params.ts'
import type { AnySpec } from '../../protocol/spec.ts'
import { formatValue, type Range } from '../../ui/range.ts'
import type { PlayerStrings } from '../strings.ts'

/** The widget's label of a parameter, in full. */
export function labelOf(text: WidgetText<AnySpec>, key: string): ParamLabel {
  const label = text.params[key]
  if (label === undefined) return { label: key }
  return typeof label === 'string' ? { label } : label
}

/** The declared parameters, narrowed by `kind`. */
export function declared(params: Params): Readonly<Record<string, DeclaredParam>> {
  return params as Readonly<Record<string, DeclaredParam>>
}

/** Range of a numeric parameter's slider. */
export function rangeOf(param: Extract<DeclaredParam, { kind: 'number' | 'integer' | 'seed' }>): Range {
  const { min, max } = param
  if (param.kind === 'seed') return { min, max, integer: true }
  if (param.kind === 'integer') return { min, max, scale: param.scale, integer: true }
  return { min, max, scale: param.scale, ...(param.step === undefined ? {} : { step: param.step }) }
}

/** A parameter's label for narrow places. */
export function shortLabel(text: WidgetText<AnySpec>, key: string): string {
  const { label, short } = labelOf(text, key)
  return short ?? label
}

export function choiceLabel(text: WidgetText<AnySpec>, key: string, option: string): string {
  const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = text.choices
  return labels[key]?.[option] ?? option
}

/** A parameter's value in a few words: for the fold bar, the table of settings, and the reader's ear. */
export function describeValue(
  key: string,
  param: DeclaredParam,
  value: unknown,
  text: WidgetText<AnySpec>,
  strings: PlayerStrings,
): string {
  switch (param.kind) {
    case 'number':
    case 'integer':
    case 'seed':
      return formatValue(value as number, rangeOf(param))
    case 'toggle':
      return value === true ? strings.on : strings.off
    case 'choice':
      return choiceLabel(text, key, value as string)
    case 'list':
      return describeList(key, param.item as DeclaredParam, value as readonly unknown[], text, strings)
    case 'points':
      return formatNumber((value as readonly LabelledPoint[]).length)
    case 'matrix': {
      const rows = value as readonly (readonly number[])[]
      return `${rows.length} × ${rows[0]?.length ?? 0}`
    }
    case 'record':
      return Object.entries(param.fields as Readonly<Record<string, DeclaredParam>>)
        .map(([field, inner]) =>
          describeValue(field, inner, (value as Record<string, unknown>)[field], text, strings),
        )
        .join(' ')
    case 'data':
      return value === '' ? strings.none : strings.ownFiles
    case 'text':
    case 'expression': {
      const written = value as string
      return written.length > 24 ? `${written.slice(0, 23)}…` : written
    }
  }
}

function describeList(
  key: string,
  item: DeclaredParam,
  values: readonly unknown[],
  text: WidgetText<AnySpec>,
  strings: PlayerStrings,
): string {
  if (values.length === 0) return strings.none
  const parts = values.map((value) =>
    item.kind === 'choice'
      ? choiceLabel(text, key, value as string)
      : describeValue(key, item, value, text, strings),
  )
  return item.kind === 'choice' ? strings.list(parts) : parts.join(' · ')
}

/** A place that a problem names (`loss`, `hidden-1.weights`), in words; undefined where only its author would know it. */
export function placeLabel(text: WidgetText<AnySpec>, place: string): string | undefined {
  const worded = text.place?.(place)
  if (worded !== undefined && worded !== place) return worded
  const metrics: Readonly<Record<string, string>> = text.metrics
  return Object.hasOwn(metrics, place) ? metrics[place] : undefined
}

/** The controls a figure shows now: declared, not hidden by the declaration, by the other values or by a teacher's link. */
export function shownParams(
  params: Params,
  values: Values<Params>,
  hidden: ReadonlySet<string>,
): readonly (readonly [string, DeclaredParam])[] {
  return Object.entries(declared(params)).filter(
    ([key, param]) => param.hidden !== true && !hidden.has(key) && (param.when?.(values) ?? true),
  )
}
