import { LineChart } from '../../charts/LineChart.tsx'
import type { Line } from '../../charts/lines.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { MemberView, ViewProps } from '../../protocol/view.ts'
import spec from './spec.ts'
import strings, { percent } from './strings.ts'
import './view/augmentation.css'
import { Gallery, Variants } from './view/Gallery.tsx'
import { commonestMistake } from './view/mistakes.ts'
import { PerDigit } from './view/PerDigit.tsx'

const GAP = 24
const NONE = new Uint8Array(0)

/** What augmentation does to one image, and what it does for a network: beside its twin that goes without. */
export default function View(props: ViewProps<typeof spec>) {
  const { values, members, width, presenting, locale, set } = props
  const { text, member } = strings[locale]
  const wide = width >= 520
  const apart = presenting && wide
  // Before an audience the curve is left to the scrubber, and the sheet takes its place.
  const left = apart ? Math.round((width - 2 * GAP) * 0.56) : width
  const right = apart ? width - 2 * GAP - left : width
  const originals = members[0]?.frame?.originals ?? NONE
  const name = (id: string): string => member?.(id) ?? id
  const score = ({ id, frame }: MemberView<typeof spec>): string => {
    const mistake = frame && commonestMistake(frame.confusion)
    return fill(presenting ? text.scoreShort : text.score, {
      name: name(id),
      train: percent(frame?.train),
      test: percent(frame?.test),
      digit: mistake?.digit ?? '—',
      answer: mistake?.answer ?? '—',
      share: percent(mistake?.share),
    })
  }
  return (
    <div
      className={presenting ? 'aug presented' : 'aug'}
      style={apart ? { display: 'flex', gap: 2 * GAP } : undefined}
    >
      <div style={{ width: left }}>
        <Gallery originals={originals} values={values} locale={locale} set={set} text={text} width={left} />
      </div>
      <div className="aug-results">
        <Variants
          originals={originals}
          values={values}
          columns={apart ? 4 : wide ? 8 : 6}
          count={wide ? 16 : 12}
          width={right}
          text={text}
        />
        <ul className="aug-scores">
          {members.map((run) => (
            <li key={run.id}>{score(run)}</li>
          ))}
        </ul>
        {!presenting && <Curves {...props} name={name} />}
      </div>
    </div>
  )
}

/** Test accuracy against the updates, and digit by digit. */
function Curves({
  values,
  members,
  step,
  width,
  locale,
  name,
}: ViewProps<typeof spec> & { name: (id: string) => string }) {
  const { text } = strings[locale]
  const wide = width >= 520
  const curveWidth = wide ? Math.round((width - GAP) * 0.6) : width
  const end = Math.max(
    spec.run?.endStep(values) ?? 1,
    ...members.map(({ history }) => history.steps.at(-1) ?? 0),
  )
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: GAP }}>
      <LineChart
        label={text.curve}
        width={curveWidth}
        height={216}
        lines={members.flatMap((run, index) => drawCurve(run, name(run.id), step, index))}
        x={{ domain: [0, end], name: text.step }}
        y={{
          domain: [0, 1],
          ticks: [0, 0.5, 1],
          name: text.share,
          format: (share) => `${formatNumber(share * 100)}%`,
        }}
        locale={locale}
        readout
      />
      <PerDigit
        label={text.perDigit}
        name={text.ofEach}
        digits={text.digits}
        width={wide ? width - GAP - curveWidth : width}
        height={wide ? 216 : 176}
        yours={members[0]?.frame?.confusion}
        other={members[1]?.frame?.confusion}
      />
    </div>
  )
}

/** Puts values in the places that a text keeps for them. */
function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place))
}

/** Test accuracy up to the shown step, and thin beyond it. */
function drawCurve(
  { id, history }: MemberView<typeof spec>,
  name: string,
  step: number,
  index: number,
): Line[] {
  const all = history.metrics['test'] ?? []
  const shown = history.steps.filter((at) => at <= step).length
  const now: Line = {
    id,
    name,
    x: history.steps.slice(0, shown),
    y: all.slice(0, shown),
    role: index === 0 ? 'yours' : 'reference',
  }
  if (shown === 0 || shown >= all.length) return [now]
  const later = { x: history.steps.slice(shown - 1), y: all.slice(shown - 1) }
  return [now, { ...later, id: `${id}-later`, name, role: 'future' }]
}
