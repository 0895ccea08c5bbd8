import type { Line } from '../../../charts/lines.ts'
import { LineChart } from '../../../charts/LineChart.tsx'
import type { Axis } from '../../../charts/area.ts'
import type { Interval } from '../../../charts/pixels.ts'

interface Props {
  title: string
  label: string
  width: number
  height: number
  lines: readonly Line[]
  x: Axis
  y: Omit<Axis, 'domain'> & { domain: Interval }
  locale: 'en' | 'zh'
  big: boolean
}

/** One of the two twins' charts: its title stands over the axis, as both share one scale. */
export function Panel({ title, label, width, height, lines, x, y, locale, big }: Props) {
  const head = big ? 34 : 22
  return (
    <div style={{ width }}>
      <div className={big ? 'plot big' : 'plot'} style={{ width, aspectRatio: `${width} / ${head}` }}>
        <svg viewBox={`0 0 ${width} ${head}`} aria-hidden="true">
          <text x={0} y={big ? 24 : 15} className="lab">
            {title}
          </text>
        </svg>
      </div>
      <LineChart
        label={label}
        width={width}
        height={height - head}
        lines={lines}
        x={x}
        y={y}
        locale={locale}
        readout
      />
    </div>
  )
}
