import { usePlot } from '../../../charts/area.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { formatPath, round } from '../../../charts/text.tsx'
import { Panel } from './Panel.tsx'

const EDGE = 5

interface Props {
  label: string
  rate: string
  words: string
  verdict: string
  diverges: boolean
  width: number
  height: number
  curvature: number
  w: ArrayLike<number>
  own: boolean
}

/** One ball on the parabola: where it stood before each update, joined by its hops. */
export function ParabolaPanel({ label, rate, words, verdict, diverges, width, height, ...ball }: Props) {
  const top = 0.5 * ball.curvature * EDGE * EDGE
  return (
    <Panel rate={rate} words={words} note={verdict} warn={diverges} own={ball.own}>
      <Plot
        label={label}
        width={width}
        height={height}
        x={{ domain: [-EDGE, EDGE], ticks: [], symbol: 'w' }}
        y={{ domain: [-0.03 * top, top], ticks: [] }}
        frame="axes"
        margins={{ left: 1, top: 4 }}
      >
        <Hops {...ball} />
      </Plot>
    </Panel>
  )
}

function Hops({ curvature, w, own }: Pick<Props, 'curvature' | 'w' | 'own'>) {
  const { x, y, clip, big, metrics } = usePlot()
  const height = (at: number): number => 0.5 * curvature * at * at
  const curve = Array.from({ length: 81 }, (_, i) => {
    const at = EDGE * (i / 40 - 1)
    return [x(at), y(height(at))] as const
  })
  // Far outside, a coordinate would only upset the renderer.
  const hops = Array.from(w)
    .filter((at) => Math.abs(at) < 1e3)
    .map((at) => [x(at), Math.max(y(height(at)), -1e4)] as const)
  const last = hops.at(-1)
  const stroke = own ? 'var(--live)' : 'var(--ref)'
  return (
    <g clipPath={`url(#${clip})`} fill="none">
      <path d={formatPath(curve)} stroke="var(--contour)" strokeWidth={big ? 2.5 : 1.5} />
      <path
        d={formatPath(hops)}
        stroke={stroke}
        strokeWidth={own ? metrics.yours * 0.75 : metrics.reference * 0.8}
        strokeLinejoin="round"
      />
      {hops.map(([px, py], step) => (
        <circle
          key={step}
          cx={round(px)}
          cy={round(py)}
          r={big ? 4 : 2.4}
          fill="var(--plate)"
          stroke={stroke}
          strokeWidth={big ? 2 : 1.25}
        />
      ))}
      {last && (
        <circle
          cx={round(last[0])}
          cy={round(last[1])}
          r={big ? 9 : 5.5}
          fill={stroke}
          stroke="var(--plate)"
          strokeWidth={2}
        />
      )}
    </g>
  )
}
