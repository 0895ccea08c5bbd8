import { fill } from '../../../i18n/fill.ts'
import { formatPercent } from '../../../i18n/number.ts'
import { useContext } from 'react'
import { LineSample } from '../../../charts/Key.tsx'
import { LineChart } from '../../../charts/LineChart.tsx'
import type { Line } from '../../../charts/lines.ts'
import { usePlot } from '../../../charts/area.ts'
import { FigureScale } from '../../../charts/scale.ts'
import { Tiles } from '../../../charts/Tiles.tsx'
import { round } from '../../../charts/text.tsx'
import type { Locale } from '../../../protocol/view.ts'
import type { Erasure } from '../spec/frame.ts'
import { ERASURES } from '../spec/params.ts'
import { PIXELS, SIDE } from '../spec/places.ts'
import { two, type Text } from '../strings/shared.ts'

interface Props {
  erasure: Erasure
  /** The share that the small images show. */
  erased: number
  /** What falls. */
  name: string
  width: number
  height: number
  locale: Locale
  text: Text
}

const SHARES = Array.from({ length: ERASURES + 1 }, (_, step) => step / ERASURES)
const WAYS = [
  { id: 'product', role: 'train' },
  { id: 'occlusion', role: 'test' },
  { id: 'random', role: 'reference' },
] as const

/** The score as the ink is erased in three orders, and what is left of the image in each. */
export function Erasing({ erasure, erased, name, width, height, locale, text }: Props) {
  const { big } = useContext(FigureScale)
  const beside = width >= 520
  const side = beside ? 64 : Math.floor((width - 24) / 3)
  const names = { product: text.byProduct, occlusion: text.byOcclusion, random: text.byRandom }
  const lines = WAYS.map(({ id, role }): Line => ({ id, name: names[id], role, x: SHARES, y: erasure[id] }))
  const step = Math.round(erased * ERASURES)
  return (
    <div className={beside ? 'sal-erase' : 'sal-erase narrow'}>
      <LineChart
        label={fill(text.eraseLabel, { name })}
        width={beside ? width - (big ? 320 : 232) : width}
        height={height}
        lines={lines}
        x={{ domain: [0, 1], name: text.erasedShare, format: (share) => formatPercent(share) }}
        y={{ name }}
        locale={locale}
        named={false}
        readout
        under={<At x={step / ERASURES} />}
      />
      <ul>
        {WAYS.map(({ id, role }, i) => (
          <li key={id}>
            {!big && (
              <Tiles
                values={erasure.left.subarray(i * PIXELS, (i + 1) * PIXELS)}
                count={1}
                height={SIDE}
                width={SIDE}
                limit={255}
                scale="ink"
                columns={1}
                cell={side / SIDE}
                label={fill(text.leftLabel, { share: formatPercent(step / ERASURES), way: names[id] })}
              />
            )}
            <span>
              <LineSample role={role} big={big} />
              <span>{fill(text.still, { way: names[id], score: two(erasure[id][step] ?? 0) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where the small images stand on the axis. */
function At({ x: value }: { x: number }) {
  const { x, top, height } = usePlot()
  return <path d={`M${round(x(value))} ${top}v${round(height)}`} stroke="var(--live)" strokeWidth={1.5} />
}
