import { Choice } from '../../../ui/Choice.tsx'
import { Toggle } from '../../../ui/Toggle.tsx'
import type { Locale } from '../../../protocol/view.ts'
import type { BatchValues } from '../spec.ts'
import strings from '../strings.ts'

type Looks = Pick<BatchValues, 'axis' | 'arrows'>

interface Props {
  values: Looks
  set: (values: Partial<Looks>) => void
  locale: Locale
  /** Height that the caller keeps free for it. */
  height: number
}

/** What the map shows besides, and what the curve counts: neither touches the runs. */
export function LookRow({ values, set, locale, height }: Props) {
  const { choices, text } = strings[locale]
  return (
    <div style={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 16, height }}>
      <div style={{ flex: '0 1 11em', minWidth: 0 }}>
        <Toggle label={text.arrows} value={values.arrows} onChange={(arrows) => set({ arrows })} />
      </div>
      <div style={{ flex: '0 1 15em', minWidth: 0 }}>
        <Choice
          label={text.count}
          hideLabel
          value={values.axis}
          options={(['updates', 'examples'] as const).map((id) => ({ id, label: choices.axis[id] }))}
          onChange={(axis) => set({ axis })}
        />
      </div>
    </div>
  )
}
