import type { WidgetText } from '../../i18n/widgetStrings.ts'
import type { DeclaredParam } from '../../protocol/params.ts'
import type { AnySpec } from '../../protocol/spec.ts'
import type { Locale } from '../../protocol/view.ts'
import type { PlayerStrings } from '../strings.ts'

/** What the control of one parameter is given. */
export interface ControlProps {
  id: string
  param: DeclaredParam
  value: unknown
  /** The figure's own value: a tick marks it. */
  initial: unknown
  text: WidgetText<AnySpec>
  strings: PlayerStrings
  locale: Locale
  /** Before an audience: a short choice is a list, every option in sight. */
  listed: boolean
  onChange: (value: unknown) => void
}
