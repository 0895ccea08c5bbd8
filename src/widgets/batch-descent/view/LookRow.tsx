import { Toggle } from '../../../ui/Toggle.tsx'
import type { BatchValues } from '../spec.ts'

type Looks = Pick<BatchValues, 'axis' | 'arrows'>

interface Props {
  values: Looks
  set: (values: Partial<Looks>) => void
  text: Readonly<Record<'arrows' | 'count', string>>
  /** Height that the caller keeps free for it. */
  height: number
}

/** What the map shows besides, and what the curve counts: neither touches the runs. */
export function LookRow({ values, set, text, height }: Props) {
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: '2em', height }}>
      <Toggle label={text.arrows} value={values.arrows} onChange={(arrows) => set({ arrows })} />
      <Toggle
        label={text.count}
        value={values.axis === 'examples'}
        onChange={(on) => set({ axis: on ? 'examples' : 'updates' })}
      />
    </div>
  )
}
