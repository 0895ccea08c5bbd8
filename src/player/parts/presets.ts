import type { Params, Values } from '../../protocol/params.ts'
import type { AnySpec } from '../../protocol/spec.ts'
import { formatValues } from '../../protocol/values.ts'

/** Name of the preset control, for the fold bar and for `?hide=`. */
export const PRESET = 'preset'
/** No preset holds: the reader's own settings. */
export const OWN = ''

/** The preset whose values all hold now, or `OWN`. */
export function presentPreset(spec: AnySpec, values: Values<Params>): string {
  const found = Object.entries(spec.presets ?? {}).find(
    ([, preset]) => Object.keys(formatValues(spec.params, { ...values, ...preset }, values)).length === 0,
  )
  return found?.[0] ?? OWN
}
