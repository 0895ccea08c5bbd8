import type { WidgetText } from '../../i18n/widgetStrings.ts'
import type { DeclaredParam, Params, Values } from '../../protocol/params.ts'
import type { AnySpec } from '../../protocol/spec.ts'
import { declared, describeValue, shortLabel } from '../parts/describe.ts'
import type { PlayerStrings } from '../strings.ts'

/** A setting in which A and B differ, in the reader's words. */
export interface Difference {
  readonly key: string
  readonly label: string
  readonly symbol?: string
  readonly values: readonly [a: string, b: string]
}

/** No value: the other settings leave no use for one. */
const NONE = '—'

/** All that tells A from B. `another` words a value that reads like the other one and is not. */
export function findDifferences(
  params: Params,
  a: Values<Params>,
  b: Values<Params>,
  text: WidgetText<AnySpec>,
  strings: PlayerStrings,
  another: (value: string) => string,
): readonly Difference[] {
  const used = (param: DeclaredParam, values: Values<Params>): boolean => param.when?.(values) ?? true
  return Object.entries(declared(params)).flatMap(([key, param]): Difference[] => {
    const same = param.write(a[key] as never) === param.write(b[key] as never)
    if (same || !(used(param, a) || used(param, b))) return []
    const [inA, inB] = [a, b].map((values) =>
      used(param, values) ? describeValue(key, param, values[key], text, strings) : NONE,
    ) as [string, string]
    const { symbol } = param
    const values = [inA, inA === inB ? another(inB) : inB] as const
    return [{ key, label: shortLabel(text, key), ...(symbol === undefined ? {} : { symbol }), values }]
  })
}
