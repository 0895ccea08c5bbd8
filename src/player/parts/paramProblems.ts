import { formatNumber } from '../../i18n/number.ts'
import type { WidgetText } from '../../i18n/widgetStrings.ts'
import type { DeclaredParam, Params } from '../../protocol/params.ts'
import type { AnySpec } from '../../protocol/spec.ts'
import { ofSide } from '../compare/sideNames.ts'
import type { PlayerStrings } from '../strings.ts'
import type { SideProblem } from '../values/urlState.ts'
import { declared, describeValue, labelOf } from './describe.ts'

/** A link may hold any number of settings that there are not; so many are named. */
const MOST_NAMED = 4

/** Names that nobody knows, quoted and joined; beyond a few an ellipsis stands for the rest. */
export function namesOf(keys: readonly string[], { notes }: PlayerStrings): string {
  const named = keys.slice(0, MOST_NAMED).map((key) => `“${key}”`)
  return notes.names([...named, ...(keys.length > MOST_NAMED ? ['…'] : [])])
}

/** What a link or a typed value held that could not be used as it stood, in the words that the controls use. */
export function paramSentences(
  problems: readonly SideProblem[],
  params: Params,
  text: WidgetText<AnySpec>,
  strings: PlayerStrings,
): readonly string[] {
  const { notes } = strings
  const known = problems.flatMap(({ code, key, given, used, ofB }) => {
    const param = declared(params)[key]
    if (code === 'unknown-key' || param === undefined) return []
    const { label: name } = labelOf(text, key)
    const label = ofB ? ofSide(1, name) : name
    const instead = usedText(key, param, used, text, strings)
    if (given === '') return [notes.missing(label, instead)]
    return [notes.param[code](label, `“${given}”`, instead, rangeText(param, strings))]
  })
  const unknown = problems.filter(({ code }) => code === 'unknown-key').map(({ key }) => key)
  return unknown.length === 0 ? known : [...known, notes.unknownKeys(namesOf(unknown, strings))]
}

function usedText(
  key: string,
  param: DeclaredParam,
  used: string,
  text: WidgetText<AnySpec>,
  strings: PlayerStrings,
): string {
  const described = describeValue(key, param, param.read(used).value, text, strings)
  return param.kind === 'points' ? strings.notes.points(described) : described
}

function rangeText(param: DeclaredParam, { notes }: PlayerStrings): string {
  if (param.kind !== 'number' && param.kind !== 'integer' && param.kind !== 'seed') return ''
  return notes.range(formatNumber(param.min), formatNumber(param.max))
}
