import type { Params, Values } from '../../protocol/params.ts'
import type { AnySpec } from '../../protocol/spec.ts'
import { formatValues } from '../../protocol/values.ts'

/** Name of the preset control, for the fold bar and for `?hide=`. */
export const PRESET = 'preset'
/** No preset holds: the reader's own settings. */
export const OWN = ''
/** No preset holds, and nothing is changed. Ids of presets have no space. */
export const BOOK = 'the book'

/** The preset whose values all hold now, or `BOOK` while the figure stands as the book shows it, or `OWN`. */
export function presentPreset(spec: AnySpec, values: Values<Params>, base: Values<Params>): string {
  const changed = (wanted: Values<Params>): string[] =>
    Object.keys(formatValues(spec.params, { ...values, ...wanted }, values))
  const found = Object.entries(spec.presets ?? {}).find(([, preset]) => changed(preset).length === 0)
  // Who turns to another side of a figure, or draws in it, has not changed its settings.
  const aside = changed(base).every((key) => spec.params[key]?.look && spec.params[key].hidden)
  return found?.[0] ?? (aside ? BOOK : OWN)
}

/** What the preset control offers: the book's own settings if they are no preset, then the presets. */
export function listPresets(spec: AnySpec, values: Values<Params>, base: Values<Params>): readonly string[] {
  return [
    ...(presentPreset(spec, values, base) === OWN ? [OWN] : []),
    ...(presentPreset(spec, base, base) === BOOK ? [BOOK] : []),
    ...Object.keys(spec.presets ?? {}),
  ]
}
