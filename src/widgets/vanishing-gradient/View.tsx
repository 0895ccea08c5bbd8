import { useContext, useMemo } from 'react'
import { LineChart } from '../../charts/LineChart.tsx'
import type { Line } from '../../charts/lines.ts'
import { FigureScale } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import type { Profile } from './spec.ts'
import strings from './strings.ts'
import { chooseDecades, sizesOf } from './view/sizes.ts'
import { Spread } from './view/Spread.tsx'

/** Gradient sizes layer by layer above, the forward signal below; the input is on the left of both. */
export default function View({ values, members, width, height, locale }: ViewProps<typeof spec>) {
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
  const total = (height ?? Math.min(540, Math.max(430, width * 0.8))) - (big ? 36 : 30)
  const x = {
    domain: [1, Math.max(2, depth)] as const,
    name: text.layer,
    ticks: chooseLayers(depth, width < 480 ? 3 : 5),
    format: (layer: number) => formatNumber(layer),
  }

  return (
    <>
      <SizeChart
        label={text.backwardLabel}
        width={width}
        height={Math.round(total * 0.64)}
        locale={locale}
        runs={runs.map(({ id, name, backward }) => ({ id, name, profile: backward }))}
        x={{ ...x, name: '', ticks: [] }}
        name={values.quantity === 'signal' ? text.signal : text.weights}
      />
      <SizeChart
        label={text.forwardLabel}
        width={width}
        height={Math.round(total * 0.36)}
        locale={locale}
        runs={runs.map(({ id, name, forward }) => ({ id, name, profile: forward }))}
        x={x}
        name={text.forward}
      />
      <p className={big ? 'key big' : 'key'}>{text.averaged.replace('{draws}', formatNumber(draws))}</p>
    </>
  )
}

interface ChartProps {
  label: string
  width: number
  height: number
  locale: 'en' | 'zh'
  runs: readonly { id: string; name: string; profile: Profile }[]
  x: Parameters<typeof LineChart>[0]['x']
  name: string
}

function SizeChart({ label, width, height, locale, runs, x, name }: ChartProps) {
  const drawn = useMemo(() => runs.map((run) => ({ ...run, sizes: sizesOf(run.profile) })), [runs])
  const domain = useMemo(() => chooseDecades(runs.map(({ profile }) => profile)), [runs])
  const layers = useMemo(
    () => Array.from({ length: runs[0]?.profile.mean.length ?? 0 }, (_, i) => i + 1),
    [runs],
  )
  const lines: Line[] = drawn.map(({ id, name: runName, sizes }, index) => ({
    id,
    name: runName,
    x: layers,
    y: sizes.mean,
    role: 'reference',
    dash: index,
    color: 'var(--ink)',
  }))
  return (
    <LineChart
      label={label}
      width={width}
      height={height}
      lines={lines}
      x={x}
      y={{ scale: 'log', domain, name }}
      locale={locale}
      readout
      under={drawn.map(({ id, sizes }) => (
        <Spread key={id} x={layers} low={sizes.low} high={sizes.high} />
      ))}
    />
  )
}

/** Layer numbers to write: 1, the last, and round ones between. */
function chooseLayers(depth: number, most: number): number[] {
  const stride = [1, 2, 5, 10, 20].find((by) => depth / by <= most) ?? 20
  const round = Array.from({ length: Math.floor(depth / stride) }, (_, i) => (i + 1) * stride)
  return [
    ...new Set([1, ...round.filter((layer) => layer > stride * 0.6 && depth - layer >= stride * 0.6), depth]),
  ]
}
