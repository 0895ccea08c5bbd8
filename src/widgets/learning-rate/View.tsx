import { LineChart } from '../../charts/LineChart.tsx'
import type { Line } from '../../charts/lines.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { COMPARED, STEPS } from './spec.ts'
import strings from './strings.ts'
import { NetworkMap } from './view/NetworkMap.tsx'
import { ParabolaPanel } from './view/ParabolaPanel.tsx'
import { RangeChart } from './view/RangeChart.tsx'
import { RateStrip } from './view/RateStrip.tsx'
import { verdictOf } from './view/verdict.ts'

type Props = ViewProps<typeof spec>

const written = (rate: number): string => formatNumber(rate, { significant: 2, trim: true })

/** Shrinks with the page until the script knows its width. */
const ONE_COLUMN = { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' }
const NO_POINTS = new Float32Array(0)

/** Several learning rates on one task: a parabola, a network, or all rates in turn on a network. */
export default function View({ values, members, width, height, presenting, locale, set }: Props) {
  const { text } = strings[locale]
  const gap = presenting ? 32 : 16
  const wide = width >= 520
  // From timid to bold; the reader's rate takes its place among them.
  const shown = [...members].sort((a, b) => a.values.learningRate - b.values.learningRate)
  const across = wide ? Math.max(1, shown.length) : 2
  const panel = Math.floor((width - gap * (across - 1)) / across)
  const grid = { display: 'grid', gap, gridTemplateColumns: `repeat(${across}, minmax(0, ${panel}px))` }

  if (values.task === 'range') {
    const history = members[0]?.history ?? { steps: [], metrics: {} }
    return (
      <RangeChart
        width={width}
        height={height ?? Math.round(width * (wide ? 0.5 : 0.72))}
        history={history}
        locale={locale}
        text={text}
      />
    )
  }
  if (values.task === 'parabola') {
    const strip = 92
    const panelHeight = height ? height - strip - gap - 64 : Math.round(Math.min(220, panel * 1.25))
    return (
      <div style={{ ...ONE_COLUMN, gap }}>
        <div style={grid}>
          {shown.map(({ id, values: own, frame }) => {
            const verdict = verdictOf(own.learningRate * values.curvature)
            return (
              <ParabolaPanel
                key={id}
                label={`${text.rate} ${written(own.learningRate)}: ${text[verdict]}`}
                rate={written(own.learningRate)}
                words={id === 'yours' ? text.you : ''}
                verdict={text[verdict]}
                diverges={verdict === 'diverges'}
                width={panel}
                height={panelHeight}
                curvature={values.curvature}
                w={frame?.kind === 'parabola' ? frame.w : []}
                own={id === 'yours'}
              />
            )
          })}
        </div>
        <RateStrip
          width={width}
          curvature={values.curvature}
          own={values.learningRate}
          others={COMPARED.parabola}
          onRate={(learningRate) => set({ learningRate })}
          text={text}
        />
      </div>
    )
  }

  const first = members[0]?.frame
  const points = first?.kind === 'network' ? first.points : NO_POINTS
  const side = height ? Math.min(panel, Math.round(height * 0.3)) : panel
  const lines: Line[] = shown.map(({ id, values: own, history }) => {
    const losses = history.metrics['loss'] ?? []
    const ended = losses.findIndex((loss) => !Number.isFinite(loss))
    return {
      id,
      name: `${text.short} ${written(own.learningRate)}`,
      x: history.steps,
      y: ended < 0 ? losses : losses.slice(0, ended),
      role: id === 'yours' ? 'yours' : 'reference',
      ...(ended < 0 ? {} : { diverged: text.overflow }),
    }
  })
  return (
    <div style={{ ...ONE_COLUMN, gap }}>
      <LineChart
        label={text.curves}
        width={width}
        height={height ? height - side - gap - 64 : Math.round(width * (wide ? 0.36 : 0.6))}
        lines={lines}
        x={{ domain: [0, STEPS.network], name: text.updates }}
        y={{ scale: 'log', name: text.loss }}
        locale={locale}
      />
      <div style={grid}>
        {shown.map(({ id, values: own, frame }) =>
          frame?.kind === 'network' ? (
            <NetworkMap
              key={id}
              label={`${text.rate} ${written(own.learningRate)}: ${text.map}`}
              rate={written(own.learningRate)}
              note={text.right.replace('{share}', formatNumber(100 * frame.accuracy, { digits: 0 }))}
              width={side}
              field={frame.field}
              points={points}
              own={id === 'yours'}
            />
          ) : null,
        )}
      </div>
    </div>
  )
}
