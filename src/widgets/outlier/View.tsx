import { useMemo } from 'react'
import { Handle } from '../../charts/Handle.tsx'
import type { Line } from '../../charts/lines.ts'
import { Lines } from '../../charts/Lines.tsx'
import { Plot } from '../../charts/Plot.tsx'
import { textWidth } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { LOSSES, START, X, Y, type LossId } from './spec.ts'
import strings from './strings.ts'
import { PullPlot } from './view/PullPlot.tsx'
import { restingLine } from './view/rest.ts'
import { Errors } from './view/Errors.tsx'
import { RestLines } from './view/RestLines.tsx'

const round2 = (value: number): number => Math.round(value * 100) / 100
const written = (value: number): string => formatNumber(value, { digits: 2 })

/** Points to drag, three lines on their way through them, and how hard each point pulls. */
export default function View({
  values,
  members,
  step,
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

  const rests = useMemo(
    () =>
      LOSSES.flatMap((id) => {
        const rest = restingLine(id, points, delta)
        return rest ? [{ id, name: nameOf?.(id) ?? id, ...rest }] : []
      }),
    [points, delta, nameOf],
  )
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
        <RestLines rests={rests} own={values.loss} named={step === 0} />
        <Lines lines={current} named={step !== 0} />
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
