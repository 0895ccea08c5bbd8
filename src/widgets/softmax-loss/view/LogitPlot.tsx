import { useContext } from 'react'
import { usePlot } from '../../../charts/area.ts'
import { Handle } from '../../../charts/Handle.tsx'
import { Plot } from '../../../charts/Plot.tsx'
import { FigureScale, metricsOf } from '../../../charts/scale.ts'
import { round, SvgNumber } from '../../../charts/text.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import { LOGIT_REACH } from '../spec.ts'

interface Props {
  label: string
  axis: string
  width: number
  height: number
  logits: readonly number[]
  names: readonly string[]
  colors: readonly string[]
  /** "Logit of {name}". */
  handle: string
  onMove: (index: number, z: number) => void
}

/** One stem with a ring for each class. */
export function LogitPlot({ label, axis, width, height, logits, names, colors, handle, onMove }: Props) {
  const { big } = useContext(FigureScale)
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={{ domain: [0.5, logits.length + 0.5], ticks: [] }}
      y={{ domain: [-LOGIT_REACH, LOGIT_REACH], name: axis, ticks: [-6, -3, 0, 3, 6] }}
      frame="none"
      grid="y"
      margins={{ bottom: metricsOf(big).row + 10 }}
      interactive
    >
      {logits.map((z, index) => (
        <Stem
          key={index}
          at={index + 1}
          z={z}
          color={colors[index] ?? 'var(--ink)'}
          name={names[index] ?? ''}
        />
      ))}
      {logits.map((z, index) => (
        <Handle
          key={index}
          x={index + 1}
          y={z}
          label={handle.replace('{name}', names[index] ?? '')}
          valueText={formatNumber(z, { digits: 2 })}
          direction="y"
          onMove={(_, next) => onMove(index, Math.round(next * 100) / 100)}
        />
      ))}
    </Plot>
  )
}

function Stem({ at, z, color, name }: { at: number; z: number; color: string; name: string }) {
  const { x, y, top, height, big, metrics } = usePlot()
  const ring = metrics.ring + 4
  return (
    <g aria-hidden="true">
      <line
        x1={round(x(at))}
        x2={round(x(at))}
        y1={round(y(0))}
        y2={round(y(z))}
        stroke={color}
        strokeWidth={big ? 10 : 6}
      />
      <SvgNumber
        x={x(at)}
        y={z >= 0 ? y(z) - ring : y(z) + ring + metrics.tick * 0.8}
        text={formatNumber(z, { digits: 2 })}
        anchor="middle"
        className="num halo paper"
      />
      <SvgNumber
        x={x(at)}
        y={top + height + metrics.label + 6}
        text={name}
        anchor="middle"
        className="lab quiet"
      />
    </g>
  )
}
