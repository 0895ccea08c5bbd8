import { Choice } from '../../../ui/Choice.tsx'
import { Toggle } from '../../../ui/Toggle.tsx'
import type { Locale } from '../../../protocol/view.ts'
import type { ValleyValues } from '../spec.ts'
import strings from '../strings.ts'

interface Props {
  values: Pick<ValleyValues, 'view' | 'gradient'>
  set: (values: Partial<Pick<ValleyValues, 'view' | 'gradient'>>) => void
  locale: Locale
  /** Height that the caller keeps free for it. */
  height: number
}

/** How the landscape is looked at: what changes nothing in the run stands by the picture. */
export function LookRow({ values, set, locale, height }: Props) {
  const { params, choices, text } = strings[locale]
  const view = typeof params.view === 'string' ? params.view : params.view.label
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: 24, height }}>
      <div style={{ flex: '0 1 12em', minWidth: 0 }}>
        <Choice
          label={view}
          hideLabel
          value={values.view}
          options={(['map', 'surface'] as const).map((id) => ({ id, label: choices.view[id] }))}
          onChange={(next) => set({ view: next })}
        />
      </div>
      {values.view === 'map' && (
        <div style={{ flex: '0 1 11em', minWidth: 0 }}>
          <Toggle label={text.gradient} value={values.gradient} onChange={(on) => set({ gradient: on })} />
        </div>
      )}
    </div>
  )
}
