import { signColor } from '../../charts/palette.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import { Num } from '../../ui/Num.tsx'
import type spec from './spec.ts'
import { CLASSES, judge } from './spec.ts'
import strings from './strings.ts'
import { Columns } from './view/Columns.tsx'
import { LogitPlot } from './view/LogitPlot.tsx'

const COLORS = ['var(--class-a)', 'var(--class-b)', 'var(--class-c)', 'var(--class-d)'] as const
const three = (value: number): string =>
  formatNumber(value, Math.abs(value) >= 0.001 || value === 0 ? { digits: 3 } : { significant: 2 })

/** Two decimals, but never 0 or 1: a softmax reaches neither. */
function share(probability: number): string {
  if (probability < 0.005) return '< 0.01'
  return probability > 0.995 ? '> 0.99' : formatNumber(probability, { digits: 2 })
}

/** Logits to move, the probabilities they make beside the target, and the slope that the loss hands back. */
export default function View({ values, width, height, presenting, locale, set }: ViewProps<typeof spec>) {
  const { text, choices } = strings[locale]
  const logits = values.logits[0] ?? []
  const names = CLASSES.map((id) => choices.target[id])
  const { probabilities, target, gradient, loss, least } = judge(values)
  // Large type needs wider panels: two in a row, the slopes below.
  const across = width < 560 ? 1 : presenting ? 2 : 3
  const gap = presenting ? 36 : 20
  const line = presenting ? 44 : 32
  const panel = Math.floor((width - (across - 1) * gap) / across)
  const rows = Math.ceil(3 / across)
  const tall =
    height === undefined ? (across > 1 ? 304 : 196) : Math.floor((height - line - 12 * (rows - 1)) / rows)
  const reach = Math.max(1, ...gradient.map((slope) => 1.15 * Math.abs(slope)))

  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: `12px ${gap}px` }}>
        <LogitPlot
          label={text.logitsLabel}
          axis={text.logits}
          width={panel}
          height={tall}
          logits={logits}
          names={names}
          colors={COLORS}
          handle={text.logit}
          onMove={(index, z) => set({ logits: [logits.map((old, i) => (i === index ? z : old))] })}
        />
        <Columns
          label={text.probabilitiesLabel}
          width={panel}
          height={tall}
          y={{ domain: [0, 1.08], name: text.probability, ticks: [0, 0.5, 1] }}
          columns={CLASSES.map((id, k) => ({
            id,
            name: names[k] ?? id,
            value: probabilities[k] ?? 0,
            text: share(probabilities[k] ?? 0),
            color: COLORS[k] ?? COLORS[0],
            wanted: target[k] ?? 0,
          }))}
        />
        <Columns
          label={text.gradientLabel}
          width={panel}
          height={tall}
          y={{
            domain: [-1.15 * reach, 1.15 * reach],
            name: text.gradient,
            ticks: reach > 1 ? 3 : [-1, 0, 1],
          }}
          columns={CLASSES.map((id, k) => ({
            id,
            name: names[k] ?? id,
            value: gradient[k] ?? 0,
            text: three(gradient[k] ?? 0),
            color: signColor(gradient[k] ?? 0),
          }))}
        />
      </div>
      <p className={presenting ? 'key big' : 'key'}>
        <span>
          {text.loss} <Num text={three(loss)} />
        </span>
        <span>
          {text.least} <Num text={three(least)} />
        </span>
        <span>{text.frames}</span>
      </p>
    </>
  )
}
