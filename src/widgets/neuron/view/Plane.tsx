import { useMemo } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { Handle } from '../../../charts/Handle.tsx'
import { paintSigned, sampleGrid } from '../../../charts/pixels.ts'
import { Plot } from '../../../charts/Plot.tsx'
import { formatPath, round, SvgSymbol } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import { ARROW, REACH } from '../spec.ts'
import { compute, lineOf, moveLine, signedOutput, turnArrow, type Line, type Values } from './neuron.ts'

const DOMAIN = [-REACH, REACH] as const
const CELLS = 60
const shown = (value: number): string => formatNumber(value, { digits: 2 })

interface Props {
  values: Values
  size: number
  text: Readonly<Record<'planeLabel' | 'arrow' | 'line' | 'probe', string>>
  set: (values: Partial<Values>) => void
}

/** The plane of both inputs as the neuron sees it, with its line and its weights to take hold of. */
export function Plane({ values, size, text, set }: Props) {
  const { w1, w2, bias, activation, x1, x2 } = values
  const paint = useMemo(() => {
    const signed = signedOutput(activation)
    return paintSigned(sampleGrid((x, y) => signed(w1 * x + w2 * y + bias), DOMAIN, DOMAIN, CELLS, CELLS))
  }, [w1, w2, bias, activation])
  const line = lineOf(values)
  const foot = line?.foot ?? ([0, 0] as const)
  const tip = [foot[0] + ARROW * w1, foot[1] + ARROW * w2] as const
  const { output } = compute(values)
  return (
    <Plot
      label={text.planeLabel}
      width={size}
      height={size}
      x={{ domain: DOMAIN, symbol: 'x_1', ticks: [-3, -2, -1, 0, 1, 2, 3] }}
      y={{ domain: DOMAIN, symbol: 'x_2', ticks: [-3, -2, -1, 0, 1, 2, 3] }}
      raster={paint}
      interactive
      onPress={(x, y) => set({ x1: Math.round(x * 100) / 100, x2: Math.round(y * 100) / 100 })}
    >
      <Drawing line={line} tip={tip} />
      <Name at={tip} text="w" />
      <Name at={[x1, x2]} text="x" />
      {line && (
        <Handle
          x={foot[0]}
          y={foot[1]}
          label={text.line}
          valueText={`b ${shown(bias)}`}
          onMove={(x, y) => set(moveLine(values, x, y))}
        />
      )}
      <Handle
        x={tip[0]}
        y={tip[1]}
        label={text.arrow}
        valueText={`w₁ ${shown(w1)}, w₂ ${shown(w2)}`}
        onMove={(x, y) => set(turnArrow(foot, x, y))}
      />
      <Handle
        x={x1}
        y={x2}
        label={text.probe}
        valueText={`x₁ ${shown(x1)}, x₂ ${shown(x2)}, a ${shown(output)}`}
        onMove={(x, y) => set({ x1: Math.round(x * 100) / 100, x2: Math.round(y * 100) / 100 })}
      />
    </Plot>
  )
}

/** Tells the rings apart. */
function Name({ at, text }: { at: readonly [number, number]; text: string }) {
  const { x, y, metrics } = usePlot()
  const away = metrics.ring + 7
  return <SvgSymbol x={x(at[0]) + away} y={y(at[1]) - away / 2} text={text} className="axis halo" />
}

/** The line w·x + b = 0, and the arrow w that stands on it. */
function Drawing({ line, tip }: { line: Line | undefined; tip: readonly [number, number] }) {
  const { x, y, clip, big } = usePlot()
  const foot = line?.foot ?? ([0, 0] as const)
  const [from, to] = [
    [x(foot[0]), y(foot[1])],
    [x(tip[0]), y(tip[1])],
  ] as const
  const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI
  const head = big ? 14 : 9
  return (
    <g clipPath={`url(#${clip})`} aria-hidden="true">
      {line && (
        <path
          d={formatPath(line.ends.map(([a, b]) => [x(a), y(b)] as const))}
          stroke="var(--ink)"
          strokeWidth={big ? 3 : 2}
        />
      )}
      <line
        x1={round(from[0])}
        y1={round(from[1])}
        x2={round(to[0])}
        y2={round(to[1])}
        stroke="var(--ink)"
        strokeWidth={big ? 4 : 2.5}
      />
      <path
        d={`M0 0L${-2 * head} ${head}L${-2 * head} ${-head}Z`}
        transform={`translate(${round(to[0])} ${round(to[1])}) rotate(${round(angle)}) translate(${big ? -18 : -12} 0)`}
        fill="var(--ink)"
      />
    </g>
  )
}
