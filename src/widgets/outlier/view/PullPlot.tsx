import { usePlot } from '../../../charts/area.ts'
import type { Line } from '../../../charts/lines.ts'
import { Lines } from '../../../charts/Lines.tsx'
import { Plot } from '../../../charts/Plot.tsx'
import { round } from '../../../charts/text.tsx'
import { numbers } from '../../../math/algebra.ts'
import type { ElementwiseLoss } from '../../../math/loss.ts'
import { getLoss } from '../../../math/losses/index.ts'
import type { LossId } from '../spec.ts'

interface Props {
  label: string
  width: number
  height: number
  /** The reader's loss first. */
  losses: readonly LossId[]
  delta: number
  /** ŷ − y of each point, for the reader's line. */
  errors: readonly number[]
  names: Readonly<Record<'error' | 'slope', string>>
}

const ERRORS = 7
const PULLS = 9
const SAMPLES = 281

/** ℓ′ against the error: how hard a point pulls at the line, with the reader's points on the reader's curve. */
export function PullPlot({ label, width, height, losses, delta, errors, names }: Props) {
  const slopeOf = (id: LossId, error: number): number =>
    (getLoss(id) as ElementwiseLoss).gradient(numbers, error, 0, { delta })
  const x = Array.from({ length: SAMPLES }, (_, i) => ERRORS * ((2 * i) / (SAMPLES - 1) - 1))
  const lines: Line[] = losses.map((id, index) => ({
    id,
    name: id,
    x,
    y: x.map((error) => slopeOf(id, error)),
    role: index === 0 ? 'yours' : 'reference',
    dash: index - 1,
  }))
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={{ domain: [-ERRORS, ERRORS], name: names.error, ticks: [-5, 0, 5] }}
      y={{ domain: [-PULLS, PULLS], name: names.slope, ticks: [-8, -4, 0, 4, 8] }}
      frame="axes"
      grid="y"
    >
      <Lines lines={lines} named={false} />
      <Dots at={errors.map((error) => [error, slopeOf(losses[0] ?? 'mse', error)] as const)} />
    </Plot>
  )
}

function Dots({ at }: { at: readonly (readonly [number, number])[] }) {
  const { x, y, clip, big } = usePlot()
  return (
    <g clipPath={`url(#${clip})`} fill="var(--ink)" stroke="var(--paper)" strokeWidth={1.5}>
      {at.map(([error, slope], index) => (
        <circle key={index} cx={round(x(error))} cy={round(y(slope))} r={big ? 7 : 4.5} />
      ))}
    </g>
  )
}
