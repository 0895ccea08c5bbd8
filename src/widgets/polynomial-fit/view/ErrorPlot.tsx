import type { KeyboardEvent } from 'react'
import { Handle } from '../../../charts/Handle.tsx'
import type { Line } from '../../../charts/lines.ts'
import { LineChart } from '../../../charts/LineChart.tsx'
import { nudge } from '../../../charts/nudge.ts'
import { formatNumber } from '../../../i18n/number.ts'
import { MOST_DEGREE, type FitFrame } from '../spec.ts'

interface Props {
  label: string
  width: number
  height: number
  frame: FitFrame
  /** As chosen: the frame may still be on its way. */
  degree: number
  noise: number
  /** Whether bias², variance and noise are drawn. */
  parts: boolean
  names: Readonly<Record<'train' | 'test' | 'bias' | 'variance' | 'noise' | 'degree' | 'error', string>>
  locale: 'en' | 'zh'
  onDegree: (degree: number) => void
}

const ERRORS = [1e-3, 10] as const
/** What is too small to be measured runs below the frame, instead of leaving a gap. */
const belowFrame = (part: number): number => Math.max(part, 1e-9)
const degrees = Array.from({ length: MOST_DEGREE + 1 }, (_, degree) => degree)

/** Errors against the degree: measured on the points, on fresh ones, and the three parts of the latter. The ring sets the degree. */
export function ErrorPlot({
  label,
  width,
  height,
  frame,
  degree,
  noise,
  parts,
  names,
  locale,
  onDegree,
}: Props) {
  const line = (
    id: 'train' | 'test' | 'bias' | 'variance' | 'noise',
    y: ArrayLike<number>,
    role: Line['role'],
    dash?: number,
  ): Line => ({ id, name: names[id], x: degrees, y, role, ...(dash === undefined ? {} : { dash }) })
  const known = parts && frame.draws > 1
  const lines = [
    ...(known
      ? [
          line('bias', frame.bias.map(belowFrame), 'reference', 2),
          line('variance', frame.variance, 'reference', 1),
          line(
            'noise',
            degrees.map(() => noise * noise),
            'reference',
            3,
          ),
        ]
      : []),
    line('train', frame.train, 'train'),
    line('test', frame.test, 'test'),
  ]
  const test = frame.test[degree] ?? 0
  return (
    <LineChart
      label={label}
      width={width}
      height={height}
      lines={lines}
      x={{ domain: [0, MOST_DEGREE], name: names.degree, ticks: [0, 4, 8, 12, 16, 20, 24] }}
      y={{ scale: 'log', domain: ERRORS, name: names.error }}
      locale={locale}
      readout
      interactive
    >
      <DegreeRing
        degree={degree}
        error={Math.min(ERRORS[1], Math.max(ERRORS[0], test))}
        label={names.degree}
        valueText={`${degree}, ${names.test} ${formatNumber(test, { significant: 2 })}`}
        onDegree={onDegree}
      />
    </LineChart>
  )
}

interface RingProps {
  degree: number
  error: number
  label: string
  valueText: string
  onDegree: (degree: number) => void
}

/** Rests on whole degrees only; so do its arrow keys, which would otherwise stop between two. */
function DegreeRing({ degree, error, label, valueText, onDegree }: RingProps) {
  const onKeyDown = (event: KeyboardEvent<SVGGElement>): void => {
    const step = nudge(event.key, false)
    if (!step || step.dx === 0) return
    event.preventDefault()
    event.stopPropagation()
    onDegree(Math.min(MOST_DEGREE, Math.max(0, degree + step.dx)))
  }
  return (
    <g onKeyDownCapture={onKeyDown}>
      <Handle
        x={degree}
        y={error}
        label={label}
        valueText={valueText}
        direction="x"
        onMove={(x) => onDegree(Math.round(x))}
      />
    </g>
  )
}
