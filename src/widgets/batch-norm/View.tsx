import { useContext, useMemo } from 'react'
import { LineChart } from '../../charts/LineChart.tsx'
import { LineSample } from '../../charts/Key.tsx'
import type { Line } from '../../charts/lines.ts'
import { PictureHead } from '../../charts/PictureHead.tsx'
import { FigureScale } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { MemberView, ViewProps } from '../../protocol/view.ts'
import spec from './spec.ts'
import strings from './strings.ts'
import { flatStretches } from './view/flat.ts'
import { Ridge } from './view/Ridge.tsx'
import { Sample } from './view/Sample.tsx'

const GAP = 28

/** What enters the functions of every layer, in a net without batch normalisation and in its twin with it. */
export default function View(props: ViewProps<typeof spec>) {
  const { values, members, step, width, height, presenting, locale } = props
  const { big } = useContext(FigureScale)
  const { text, member } = strings[locale]
  const beside = width >= 520
  const column = beside ? Math.floor((width - GAP) / 2) : width
  const flat = useMemo(() => flatStretches(values.activation), [values.activation])
  const room = height === undefined ? 0 : (height - 80) / (beside ? 1 : 2) - 190
  const row =
    height === undefined ? (values.layers > 7 ? 24 : 30) : Math.max(24, Math.min(80, room / values.layers))
  const end = Math.max(
    spec.run?.endStep(values) ?? 1,
    ...members.map(({ history }) => history.steps.at(-1) ?? 0),
  )

  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: `16px ${GAP}px` }}>
        {members.map(({ id, frame }) => (
          <div key={id} style={{ width: column }}>
            <PictureHead
              width={column}
              name={member?.(id) ?? id}
              line={
                frame
                  ? text.scores
                      .replace('{loss}', formatNumber(frame.loss, { significant: 2 }))
                      .replace('{accuracy}', formatNumber(frame.accuracy * 100, { digits: 1, trim: true }))
                  : ''
              }
            />
            {frame && (
              <Ridge
                label={text.ridge.replace('{name}', member?.(id) ?? id)}
                layerName={text.layer}
                width={column}
                row={row}
                training={frame.training}
                used={frame.used}
                flat={flat}
              />
            )}
          </div>
        ))}
      </div>
      <ul className={big ? 'key big' : 'key'}>
        <li>
          <Sample kind="bars" /> {presenting ? text.barsShort : text.bars}
        </li>
        <li>
          <Sample kind="line" /> {presenting ? text.lineShort : text.line}
        </li>
        {flat.length > 0 && (
          <li>
            <Sample kind="flat" /> {presenting ? text.flatShort : text.flat}
          </li>
        )}
      </ul>
      {!presenting && (
        <div style={{ marginTop: 20 }}>
          <LineChart
            label={text.chart}
            width={width}
            height={200}
            lines={drawLosses(members, step, text)}
            x={{ domain: [0, end], name: text.updates }}
            y={{ scale: 'log', name: text.loss }}
            locale={locale}
            named={false}
            readout
          />
          <ul className="key">
            <li>
              <LineSample role="reference" dash={0} /> {text.plain}
            </li>
            <li>
              <LineSample role="train" /> {text.normalised}
            </li>
            <li>
              <LineSample role="reference" dash={1} /> {text.inTraining}
            </li>
          </ul>
        </div>
      )}
    </>
  )
}

/** The loss of both twins up to the shown step, and of the normalised one as training sees it; thin beyond. */
function drawLosses(
  members: readonly MemberView<typeof spec>[],
  step: number,
  text: Record<'plain' | 'normalised' | 'inTraining', string>,
): Line[] {
  const [plain, normalised] = members
  const curve = (
    { history }: MemberView<typeof spec>,
    metric: string,
    line: Pick<Line, 'id' | 'name' | 'role'> & Partial<Line>,
  ): Line[] => {
    const all = history.metrics[metric] ?? []
    const shown = history.steps.filter((at) => at <= step).length
    const now = { ...line, x: history.steps.slice(0, shown), y: all.slice(0, shown) }
    if (shown === 0 || shown >= all.length) return [now]
    const later = { x: history.steps.slice(shown - 1), y: all.slice(shown - 1) }
    return [now, { ...later, id: `${line.id}-later`, name: line.name, role: 'future' }]
  }
  return [
    ...(plain ? curve(plain, 'loss', { id: 'plain', name: text.plain, role: 'reference', dash: 0 }) : []),
    ...(normalised
      ? [
          ...curve(normalised, 'batchLoss', {
            id: 'in-training',
            name: text.inTraining,
            role: 'reference',
            dash: 1,
          }),
          ...curve(normalised, 'loss', { id: 'normalised', name: text.normalised, role: 'train' }),
        ]
      : []),
  ]
}
