import { usePlot } from '../../../charts/area.ts'
import { Lines } from '../../../charts/Lines.tsx'
import { Plot } from '../../../charts/Plot.tsx'
import { round } from '../../../charts/text.tsx'
import { outputOf, type Computed, type Values } from './neuron.ts'

const REACH = 6
const XS = Array.from({ length: 241 }, (_, i) => (i / 120 - 1) * REACH)
const HEIGHTS = {
  step: [-0.1, 1.15],
  sigmoid: [-0.1, 1.15],
  tanh: [-1.2, 1.2],
  relu: [-0.6, 6],
  linear: [-6, 6],
} as const

interface Props {
  values: Values
  computed: Computed
  width: number
  height: number
  label: string
}

/** The activation function, with the neuron's sum on it. */
export function ActivationCurve({ values: { activation }, computed, width, height, label }: Props) {
  const f = outputOf(activation)
  // A jump is a gap, not a steep line.
  const y = XS.map((x) => (activation === 'step' && Math.abs(x) < 1e-9 ? Number.NaN : f(x)))
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={{ domain: [-REACH, REACH], symbol: 'z', ticks: [-6, -3, 0, 3, 6] }}
      y={{ domain: HEIGHTS[activation], symbol: 'a', ticks: 3 }}
      frame="axes"
      grid="y"
    >
      <Lines
        lines={[{ id: activation, name: '', x: XS, y, role: 'reference', dash: 0, color: 'var(--ink)' }]}
        named={false}
      />
      <Here z={computed.z} output={computed.output} />
    </Plot>
  )
}

/** Where the sum stands; beyond the picture, at its edge. */
function Here({ z, output }: { z: number; output: number }) {
  const { x, y, big } = usePlot()
  const at = Math.min(REACH, Math.max(-REACH, z))
  const [low, high] = y.domain
  const height = Math.min(high, Math.max(low, output))
  return (
    <g aria-hidden="true">
      <line
        x1={round(x(at))}
        x2={round(x(at))}
        y1={round(y(low))}
        y2={round(y(height))}
        stroke="var(--ink)"
        strokeDasharray="2 4"
      />
      <circle
        cx={round(x(at))}
        cy={round(y(height))}
        r={big ? 8 : 5}
        fill="var(--ink)"
        stroke="var(--plate)"
        strokeWidth={1.5}
      />
    </g>
  )
}
