import { Handle } from '../../charts/Handle.tsx'
import { useLinkedDomain } from '../../charts/linked.tsx'
import { useHeld } from '../../charts/useHeld.ts'
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
export default function View(props: ViewProps<typeof spec>) {
  const { values, members, width, height, presenting, locale, set } = props
  const { text, member: nameOf } = strings[locale]
  const mean = useHeld((place: number) => set({ mean: place }))
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
  const needed = 2.2 * (Number.isFinite(highest) && highest > 0 ? highest : 1)
  const [, top] = useLinkedDomain('density', [0, needed])
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
                x={mean.at ?? values.mean}
                y={0}
                label={`${text.start} (${nameOf?.(id) ?? id})`}
                valueText={formatNumber(mean.at ?? values.mean, { digits: 1 })}
                direction="x"
                xLimits={[-5, 5]}
                onMove={(x) => mean.move(Math.round(x * 10) / 10)}
                onCommit={mean.drop}
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
