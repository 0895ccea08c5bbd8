import { Toggle } from '../../../ui/Toggle.tsx'
import type { ValleyValues } from '../spec.ts'

type Looks = Pick<ValleyValues, 'view' | 'gradient'>

interface Props {
  values: Looks
  set: (values: Partial<Looks>) => void
  text: Readonly<Record<'inSpace' | 'gradient', string>>
  /** Height that the caller keeps free for it. */
  height: number
}

/** How the landscape is looked at: what changes nothing in the run stands by the picture. */
export function LookRow({ values, set, text, height }: Props) {
  const inSpace = values.view === 'surface'
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: '2em', height }}>
      <Toggle label={text.inSpace} value={inSpace} onChange={(on) => set({ view: on ? 'surface' : 'map' })} />
      {!inSpace && (
        <Toggle label={text.gradient} value={values.gradient} onChange={(gradient) => set({ gradient })} />
      )}
    </div>
  )
}
