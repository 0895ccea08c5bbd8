import { useRef, useState } from 'react'
import { Handle } from '../../charts/Handle.tsx'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { CELL, type Direction } from './spec.ts'
import strings from './strings.ts'
import { Densities } from './view/Densities.tsx'
import { Parts } from './view/Parts.tsx'
import { Title } from './view/Title.tsx'

const NOTHING = new Float64Array(0)

/** One bump fitted to two by each divergence, with both numbers and where they come from. */
export default function View({
  values,
  members,
  width,
  height,
  presenting,
  locale,
  set,
}: ViewProps<typeof spec>) {
  const { text, member: nameOf } = strings[locale]
  /** The ring while it is dragged: the runs start anew when it is let go. */
  const [held, setHeld] = useState<number | null>(null)
  const latest = useRef<number | null>(null)
  const wide = width >= 520
  const gap = presenting ? 40 : 28
  const panel = wide ? Math.floor((width - gap) / 2) : width
  const title = presenting ? 132 : 92
  const free = height === undefined ? null : Math.floor(wide ? height : (height - gap) / 2) - title
  const hills = free === null ? (wide ? 340 : 180) : Math.round(free * 0.64)
  const parts = free === null ? (wide ? 220 : 116) : free - hills
  const frames = members.map(({ frame }) => frame)
  const highest = Math.max(...frames.map((frame) => Math.max(0, ...(frame?.p ?? NOTHING)))) / CELL
  // Both on one scale; a q narrower than p's bumps may run out at the top.
  const top = 2.2 * (Number.isFinite(highest) && highest > 0 ? highest : 1)
  // The two directions keep their sides, whichever is the reader's.
  const shown = [...members].sort((a, b) => a.id.localeCompare(b.id))

  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: `20px ${gap}px` }}>
      {shown.map(({ id, frame }) => {
        const own = id === values.direction
        return (
          <div key={id} style={{ width: panel, maxWidth: '100%' }}>
            <Title
              width={panel}
              height={title}
              direction={id as Direction}
              own={own}
              frame={frame}
              text={text}
            />
            <Densities
              label={`${nameOf?.(id) ?? id}: ${text.hills}`}
              width={panel}
              height={hills}
              p={frame?.p ?? NOTHING}
              q={frame?.q ?? NOTHING}
              own={own}
              highest={top}
              name={text.density}
            >
              <Handle
                x={held ?? values.mean}
                y={0}
                label={`${text.start} (${nameOf?.(id) ?? id})`}
                valueText={formatNumber(held ?? values.mean, { digits: 1 })}
                direction="x"
                xLimits={[-5, 5]}
                onMove={(mean) => {
                  latest.current = Math.round(mean * 10) / 10
                  setHeld(latest.current)
                }}
                onCommit={() => {
                  if (latest.current !== null) set({ mean: latest.current })
                  latest.current = null
                  setHeld(null)
                }}
              />
            </Densities>
            <Parts
              label={`${nameOf?.(id) ?? id}: ${text.partsLabel}`}
              width={panel}
              height={parts}
              parts={frame?.parts ?? NOTHING}
              name={id === 'forward' ? 'p log p/q' : 'q log q/p'}
            />
          </div>
        )
      })}
    </div>
  )
}
