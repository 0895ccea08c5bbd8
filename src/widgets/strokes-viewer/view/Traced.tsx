import { useMemo } from 'react'
import { paintImage } from '../../../charts/pixels.ts'
import { Raster } from '../../../charts/Raster.tsx'
import { round } from '../../../charts/text.tsx'
import { SIDE, type Trace } from '../spec.ts'

interface Props {
  /** [784], 0 … 1. */
  image: Float32Array
  trace: Trace
  size: number
  label: string
}

/** One image, large and pale, and over it the pen's path from control point to control point. */
export function Traced({ image, trace, size, label }: Props) {
  const paint = useMemo(() => paintImage({ columns: SIDE, rows: SIDE, values: image }, [0, 2.5]), [image])
  const { x, y, controls, starts } = trace
  const strokes = starts.map((from, k) => [from, starts[k + 1] ?? x.length] as const)
  const at = (i: number): string => `${round(x[i] ?? 0)} ${round(y[i] ?? 0)}`
  return (
    <div className="plot strokes-traced" style={{ width: size, height: size }}>
      <Raster paint={paint} pixelated />
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={label}>
        {strokes.map(([from, to]) => (
          <path
            key={from}
            d={`M${Array.from({ length: to - from }, (_, i) => at(from + i)).join('L')}`}
            fill="none"
            stroke="var(--ink)"
            strokeWidth={0.3}
            strokeLinejoin="round"
          />
        ))}
        {Array.from({ length: controls.length / 2 }, (_, k) => (
          <circle
            key={k}
            cx={round(controls[2 * k] ?? 0)}
            cy={round(controls[2 * k + 1] ?? 0)}
            r={0.5}
            fill="var(--plate)"
            stroke="var(--ink)"
            strokeWidth={0.18}
          />
        ))}
        {starts.map((from) => (
          <circle key={from} cx={round(x[from] ?? 0)} cy={round(y[from] ?? 0)} r={0.5} fill="var(--ink)" />
        ))}
      </svg>
    </div>
  )
}
