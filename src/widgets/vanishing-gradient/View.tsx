import { useContext, useMemo } from 'react'
import type { Axis } from '../../charts/area.ts'
import type { Line } from '../../charts/lines.ts'
import { Lines } from '../../charts/Lines.tsx'
import { Plot } from '../../charts/Plot.tsx'
import { useLinkedDomain } from '../../charts/linked.tsx'
import { Reader } from '../../charts/Reader.tsx'
import { FigureScale, metricsOf, textWidth } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import type { Profile } from './spec.ts'
import strings from './strings.ts'
import { chooseDecades, chooseLayers, sizesOf } from './view/sizes.ts'
import { Spread } from './view/Spread.tsx'
import { StartNames } from './view/StartNames.tsx'

/** Gradient sizes layer by layer above, the forward signal below; the input is on the left of both. */
export default function View({ values, members, width, height, presenting, locale }: ViewProps<typeof spec>) {
  const { big } = useContext(FigureScale)
  const { text, member } = strings[locale]
  const runs = useMemo(
    () =>
      members.flatMap(({ id, frame }) =>
        frame
          ? [{ id, name: member?.(id) ?? id, backward: frame[values.quantity], forward: frame.forward }]
          : [],
      ),
    [members, values.quantity, member],
  )
  const draws = members.find(({ frame }) => frame)?.frame?.draws ?? 0
  const depth = runs[0]?.backward.mean.length ?? values.depth
  const total = (height ?? Math.min(810, Math.max(480, width * 1.3))) - (big ? 44 : 32)
  const metrics = metricsOf(big)
  const names = Math.max(0, ...runs.map(({ name }) => textWidth(name, metrics.label))) * 1.06
  const shared = {
    width,
    locale,
    margins: { left: big ? 84 : 48, right: Math.ceil(names) + (big ? 16 : 10) },
  }

  const x: Axis = {
    domain: [1, Math.max(2, depth)],
    name: text.layer,
    ticks: chooseLayers(depth, width < 480 ? 3 : 5),
    format: (layer) => formatNumber(layer),
  }

  return (
    <>
      <SizeChart
        {...shared}
        margins={presenting ? shared.margins : { ...shared.margins, bottom: 20 }}
        label={text.backwardLabel}
        height={Math.round(presenting ? total : total * 0.6)}
        runs={runs.map(({ id, name, backward }) => ({ id, name, profile: backward }))}
        x={presenting ? x : { domain: x.domain, ticks: [] }}
        xName={text.layerShort}
        yName={values.quantity === 'signal' ? text.signal : text.weights}
        namedAt="start"
      />
      {!presenting && (
        <SizeChart
          {...shared}
          label={text.forwardLabel}
          height={Math.round(total * 0.4)}
          runs={runs.map(({ id, name, forward }) => ({ id, name, profile: forward }))}
          x={x}
          xName={text.layerShort}
          yName={text.forward}
          namedAt="end"
        />
      )}
      <p className={big ? 'key big' : 'key'}>{text.averaged.replace('{draws}', formatNumber(draws))}</p>
    </>
  )
}

interface ChartProps {
  label: string
  width: number
  height: number
  locale: 'en' | 'zh'
  margins: { left: number; right: number; bottom?: number }
  runs: readonly { id: string; name: string; profile: Profile }[]
  x: Axis
  xName: string
  yName: string
  /** Where the lines run apart: relative to the last layer they all end in 1. */
  namedAt: 'start' | 'end'
}

function SizeChart({ label, width, height, locale, margins, runs, x, xName, yName, namedAt }: ChartProps) {
  const { drawn, domain, layers } = useMemo(
    () => ({
      drawn: runs.map((run) => ({ ...run, sizes: sizesOf(run.profile) })),
      domain: chooseDecades(runs.map(({ profile }) => profile)),
      layers: Array.from({ length: runs[0]?.profile.mean.length ?? 0 }, (_, i) => i + 1),
    }),
    [runs],
  )
  const shared = useLinkedDomain(`sizes/${yName}`, domain)
  const lines: Line[] = drawn.map(({ id, name, sizes }, index) => ({
    id,
    name,
    x: layers,
    y: sizes.mean,
    role: 'reference',
    dash: index,
    color: 'var(--ink)',
  }))
  return (
    <Plot
      label={label}
      width={width}
      height={height}
      x={x}
      y={{ scale: 'log', domain: shared, name: yName }}
      frame="axes"
      grid="y"
      margins={margins}
      interactive
    >
      {drawn.map(({ id, sizes }) => (
        <Spread key={id} x={layers} low={sizes.low} high={sizes.high} />
      ))}
      <Lines lines={lines} named={namedAt === 'end'} />
      {namedAt === 'start' && <StartNames lines={lines} />}
      <Reader lines={lines} xName={xName} locale={locale} />
    </Plot>
  )
}
