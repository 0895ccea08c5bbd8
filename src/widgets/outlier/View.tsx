import { useMemo } from 'react'
import { Handle } from '../../charts/Handle.tsx'
import type { Line } from '../../charts/lines.ts'
import { Lines } from '../../charts/Lines.tsx'
import { Plot } from '../../charts/Plot.tsx'
import { textWidth } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { START, X, Y, type LossId } from './spec.ts'
import strings from './strings.ts'
import { PullPlot } from './view/PullPlot.tsx'
import { restingLine } from './view/rest.ts'
import { Errors } from './view/Errors.tsx'

const round2 = (value: number): number => Math.round(value * 100) / 100
const written = (value: number): string => formatNumber(value, { digits: 2 })

/** Points to drag, three lines on their way through them, and how hard each point pulls. */
export default function View({
  values,
  members,
  width,
  height,
  presenting,
  locale,
  set,
}: ViewProps<typeof spec>) {
  const { text, member: nameOf } = strings[locale]
  const { points, delta } = values
  const wide = width >= 540
  const gap = presenting ? 40 : 24
  const tall = height ?? Math.round(wide ? width * 0.66 : width * 0.86)
  const plotWidth = wide ? Math.round((width - gap) * 0.65) : width
  const side = wide ? width - gap - plotWidth : width
  const losses = members.map(({ id }) => id as LossId)

  const rests = useMemo(() => losses.map((id) => restingLine(id, points, delta)), [losses, points, delta])
  const line = (id: string, slope: number, at: number, role: Line['role'], dash: number): Line => ({
    id,
    name: nameOf?.(id) ?? id,
    x: [...X],
    y: X.map((x) => slope * x + at),
    role,
    dash,
  })
  const current = members.map(({ id, frame }, index) =>
    line(
      id,
      frame?.slope ?? START[0],
      frame?.height ?? START[1],
      index === 0 ? 'yours' : 'reference',
      index - 1,
    ),
  )
  const future = rests.flatMap((rest, index) =>
    rest ? [line(`rest-${losses[index] ?? ''}`, rest.slope, rest.height, 'future', index)] : [],
  )
  const own = { slope: members[0]?.frame?.slope ?? START[0], height: members[0]?.frame?.height ?? START[1] }
  const errors = points.map(({ x, y }) => own.slope * x + own.height - y)
  const names = Math.max(...current.map(({ name }) => textWidth(name, presenting ? 24 : 14)))

  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap }}>
      <Plot
        label={text.plot}
        width={plotWidth}
        height={tall}
        x={{ domain: X, symbol: 'x' }}
        y={{ domain: Y, symbol: 'y' }}
        margins={{ right: Math.ceil(names * 1.06) + (presenting ? 18 : 12) }}
        interactive
      >
        <Errors points={points} line={own} />
        <Lines lines={[...future, ...current]} />
        {points.map(({ x, y }, index) => (
          <Handle
            key={index}
            x={x}
            y={y}
            label={text.point.replace('{n}', String(index + 1))}
            valueText={`${written(x)}, ${written(y)}`}
            onMove={(nextX, nextY) =>
              set({
                points: points.map((old, i) =>
                  i === index ? { ...old, x: round2(nextX), y: round2(nextY) } : old,
                ),
              })
            }
          />
        ))}
      </Plot>
      <PullPlot
        label={text.pull}
        width={side}
        height={wide ? tall : Math.round(tall * 0.8)}
        losses={losses}
        delta={delta}
        errors={errors}
        names={text}
      />
    </div>
  )
}
