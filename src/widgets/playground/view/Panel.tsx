import type { ViewProps } from '../../../protocol/view.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { isRegression, PANELS } from '../spec/params.ts'
import type spec from '../spec.ts'
import { Confusion } from './Confusion.tsx'
import { Curves } from './Curves.tsx'
import { InSpace } from './InSpace.tsx'
import { Spreads } from './Spreads.tsx'
import type { Text } from './words.ts'

/** Under the network: one of several ways to see how the training goes. */
export function Panel({
  values,
  members,
  width,
  locale,
  set,
  text,
}: ViewProps<typeof spec> & { text: Text }) {
  const [member] = members
  const frame = member?.frame ?? null
  const regression = isRegression(values.data)
  const small = width < 480
  // On a phone the panel is a view of its own, and has something to show.
  const panel = small && values.panel === 'none' ? 'curves' : values.panel
  return (
    <div className="pg-panel">
      <Choice
        label={text.panel}
        hideLabel
        locale={locale}
        value={panel}
        options={PANELS.filter((id) => !small || id !== 'none').map((id) => ({
          id,
          label: text[`panel-${id}`],
        }))}
        onChange={(chosen) => set({ panel: chosen })}
        shape={small ? 'select' : 'segments'}
      />
      {panel === 'curves' && member && (
        <Curves
          history={member.history}
          width={width}
          height={170}
          regression={regression}
          text={text}
          locale={locale}
        />
      )}
      {frame && panel === 'layers' && <Spreads frame={frame} width={width} text={text} />}
      {frame && panel === 'confusion' && <Confusion frame={frame} width={width} text={text} />}
      {frame && panel === 'surface' && <InSpace frame={frame} width={width} text={text} locale={locale} />}
    </div>
  )
}
