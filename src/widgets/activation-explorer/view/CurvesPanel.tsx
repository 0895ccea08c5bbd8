import { useContext, useMemo } from 'react'
import type { Axis } from '../../../charts/area.ts'
import { Handle } from '../../../charts/Handle.tsx'
import type { Line } from '../../../charts/lines.ts'
import { Lines } from '../../../charts/Lines.tsx'
import { Plot } from '../../../charts/Plot.tsx'
import { FigureScale, metricsOf, textWidth } from '../../../charts/scale.ts'
import { formatNumber } from '../../../i18n/number.ts'
import type { ViewProps } from '../../../protocol/view.ts'
import type spec from '../spec.ts'
import { REACH } from '../spec.ts'
import strings from '../strings.ts'
import { chooseCurves, findTails, focusOf, sampleDerivative, XS, type Curve } from './curves.ts'
import { Dots, Guide, SaturatedZones, Tangent, ZeroLine } from './Markings.tsx'
import { ReadOut } from './ReadOut.tsx'

type Props = ViewProps<typeof spec>

const VALUES: Axis['domain'] = [-1.6, 3.2]
const X: Axis = { domain: [-REACH, REACH], symbol: 'x', ticks: [-6, -4, -2, 0, 2, 4, 6] }

const shortNumber = (value: number): string =>
  Math.abs(value) < 0.005 ? '0' : formatNumber(Math.round(value * 100) / 100, { digits: 2 })

/** Functions above, derivatives below, on one x axis with a ring to move along it. */
export function CurvesPanel({ values, width, height, locale, set }: Props) {
  const { big } = useContext(FigureScale)
  const { text } = strings[locale]
  const metrics = metricsOf(big)
  const curves = useMemo(() => chooseCurves(values, locale), [values, locale])
  const focus = focusOf(curves, values.focus)
  const tails = useMemo(
    () => (focus && values.saturation ? findTails(focus.derivative) : {}),
    [focus, values.saturation],
  )
  const lines = useMemo(() => drawCurves(curves, focus), [curves, focus])
  if (!focus) return null

  // More names than this no longer fit beside their lines; the list below tells them apart.
  const named = width >= 440 && curves.length <= 7
  const names = Math.max(...curves.map(({ name }) => textWidth(name, metrics.label)))
  const margins = {
    left: big ? 64 : 40,
    right: named ? Math.ceil(names * 1.06) + (big ? 20 : 12) : 8,
    top: metrics.row + 6,
  }
  const rows = curves.length * (big ? 36 : 26) + 16
  const free =
    height === undefined ? Math.min(520, Math.max(380, width * 0.78)) : Math.max(260, height - rows)
  const at = { y: focus.value(values.x), slope: focus.derivative(values.x) }
  const steepest = Math.max(
    1.2,
    ...curves.map(({ derivative }) => derivative(0.5) + 0.15),
    values.leakySlope > 1.05 ? 1.6 : 0,
  )
  const move = (x: number): void => set({ x: Math.round(x * 100) / 100 })
  const describe = (curve: Curve): string => {
    const { left, right } = findTails(curve.derivative)
    const parts = [
      ...(left === undefined ? [] : [`x < ${shortNumber(left)}`]),
      ...(right === undefined ? [] : [`x > ${shortNumber(right)}`]),
    ]
    return parts.length === 0 ? text.never : `${text.flatFor} ${parts.join(text.or)}`
  }

  return (
    <>
      <Plot
        label={text.valuesLabel}
        width={width}
        height={Math.round(free * 0.6)}
        x={{ domain: X.domain, ticks: [] }}
        y={{ domain: VALUES, symbol: 'f', ticks: [-1, 0, 1, 2, 3] }}
        frame="none"
        grid="y"
        margins={{ ...margins, bottom: 4 }}
        interactive
      >
        <SaturatedZones tails={tails} text={text.saturated} />
        <ZeroLine />
        <Guide at={values.x} />
        <Lines lines={lines.values} named={named} />
        <Tangent at={values.x} height={at.y} slope={at.slope} />
        <Dots
          at={values.x}
          heights={curves.filter((curve) => curve !== focus).map(({ value }) => value(values.x))}
        />
        <Handle
          x={values.x}
          y={Math.min(VALUES[1], Math.max(VALUES[0], at.y))}
          label={text.handle}
          valueText={`x ${shortNumber(values.x)}, ${focus.name} ${shortNumber(at.y)}, ${text.slope} ${shortNumber(at.slope)}`}
          direction="x"
          onMove={move}
        />
      </Plot>
      <Plot
        label={text.slopesLabel}
        width={width}
        height={Math.round(free * 0.4)}
        x={X}
        y={{ domain: [-0.25, steepest], symbol: 'f′', ticks: [0, 0.5, 1] }}
        frame="axes"
        grid="y"
        margins={margins}
      >
        <SaturatedZones tails={tails} />
        <ZeroLine />
        <Guide at={values.x} />
        <Lines lines={lines.slopes} named={named} />
        <Dots at={values.x} heights={curves.map(({ derivative }) => derivative(values.x))} />
      </Plot>
      <ReadOut
        curves={curves}
        focus={focus.id}
        x={values.x}
        width={width}
        label={text.chooseFocus}
        note={describe}
        onFocus={(id) => set({ focus: id })}
      />
    </>
  )
}

function drawCurves(curves: readonly Curve[], focus: Curve | undefined): { values: Line[]; slopes: Line[] } {
  const roleOf = (curve: Curve) => (curve === focus ? ('yours' as const) : ('reference' as const))
  return {
    values: curves.map((curve) => ({
      id: curve.id,
      name: curve.name,
      x: XS,
      y: XS.map(curve.value),
      role: roleOf(curve),
    })),
    slopes: curves.map((curve) => ({
      id: curve.id,
      name: curve.name,
      ...sampleDerivative(curve.derivative),
      role: roleOf(curve),
    })),
  }
}
