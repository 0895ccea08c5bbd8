import { LineSample } from '../../charts/Key.tsx'
import { PictureHead } from '../../charts/PictureHead.tsx'
import { formatNumber } from '../../i18n/number.ts'
import type { ViewProps } from '../../protocol/view.ts'
import spec from './spec.ts'
import strings from './strings.ts'
import { Lines } from './view/Lines.tsx'
import { Losses, lossDomain } from './view/Losses.tsx'
import { Masks } from './view/Masks.tsx'
import { Network } from './view/Network.tsx'
import { PlanePlot } from './view/PlanePlot.tsx'

const GAP = 28
/** Between what stands above one another. */
const SPACE = 16
const NONE = new Float32Array(0)
const two = (value: number): string => formatNumber(value, { significant: 2 })

const percent = (share: number): string => `${formatNumber(share * 100, { digits: 1, trim: true })}%`

/** A network that drops units as it trains, what it and its subnetworks answer, and its twin that drops none. */
export default function View(props: ViewProps<typeof spec>) {
  const { values, members, step, width, height, presenting, locale, set } = props
  const { text } = strings[locale]
  const beside = width >= 520
  const column = beside ? Math.floor((width - GAP) / 2) : width
  const [dropping, plain] = members
  const frame = dropping?.frame ?? null
  const lesson = frame?.next ?? null
  const training = values.mode === 'training'
  const row = lesson ? Math.min(lesson.rows.length, values.example) - 1 : 0
  const end = Math.max(
    spec.run?.endStep(values) ?? 1,
    ...members.map(({ history }) => history.steps.at(-1) ?? 0),
  )
  const domain = lossDomain(
    members.map(({ history }) => history),
    ['loss', 'test', 'dropping'],
  )
  // Before an audience the network takes the masks' place: two heads, a gap and the key leave the rest to two pictures.
  const tall =
    height === undefined ? Math.round(column * 0.8) : Math.max(110, (height - 2 * 64 - SPACE - 56) / 2)
  const points = frame?.points ?? NONE
  const head = (name: string, line: string) => <PictureHead width={column} name={name} line={line} />

  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: `20px ${GAP}px` }}>
        <div style={{ width: column }}>
          {head(training ? text.subnetwork.replace('{n}', String(row + 1)) : text.wholeNetwork, '')}
          {lesson && (
            <Network
              label={text.networkLabel}
              unitLabel={text.unitLabel}
              layerName={text.layer}
              dropped={text.isDropped}
              lesson={lesson}
              row={training ? row : null}
              units={values.units}
              width={column}
              height={presenting ? 2 * tall + 110 : tall + 44}
            />
          )}
          {lesson && !presenting && (
            <div style={{ marginTop: SPACE }}>
              {head(text.batch, '')}
              <Masks
                label={text.masksLabel}
                layerName={text.layer}
                rowName={text.example}
                lesson={lesson}
                units={values.units}
                chosen={training ? row : null}
                onChoose={(at) => set({ example: at + 1 })}
                width={column}
                height={tall - 4}
              />
            </div>
          )}
        </div>
        <div style={{ width: column }}>
          {head(
            text.withDropout,
            frame
              ? text.scores.replace('{test}', two(frame.test)).replace('{right}', percent(frame.accuracy))
              : '',
          )}
          {frame && (
            <PlanePlot
              label={text.plotLabel.replace('{name}', text.withDropout)}
              width={column}
              height={tall}
              points={points}
              ringed={training && lesson ? lesson.rows[row] : undefined}
              field={training && lesson ? lesson.own : frame.whole}
              chosen={training}
              sampled={frame.sampled}
              mean={!training}
            />
          )}
          <div style={{ marginTop: SPACE }}>
            {head(
              text.without,
              plain?.frame
                ? text.scores
                    .replace('{test}', two(plain.frame.test))
                    .replace('{right}', percent(plain.frame.accuracy))
                : '',
            )}
            {plain?.frame && (
              <PlanePlot
                label={text.plotLabel.replace('{name}', text.without)}
                width={column}
                height={tall}
                points={points}
                field={plain.frame.whole}
                chosen={false}
                sampled={NONE}
                mean={false}
              />
            )}
          </div>
        </div>
      </div>
      <Lines frame={frame} training={training} sampled={values.sampled} text={text} />
      {!presenting && (
        <>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: `16px ${GAP}px`, marginTop: 20 }}>
            {members.map(({ id, history }, index) => (
              <Losses
                key={id}
                label={text.lossLabel.replace('{name}', index === 0 ? text.withDropout : text.without)}
                width={column}
                height={170}
                history={history}
                curves={[
                  ...(index === 0
                    ? [{ metric: 'dropping', name: text.dropping, role: 'reference' as const, dash: 1 }]
                    : []),
                  { metric: 'loss', name: text.train, role: 'train' },
                  { metric: 'test', name: text.test, role: 'test' },
                ]}
                step={step}
                end={end}
                domain={domain}
                xName={text.updates}
                yName={`${index === 0 ? text.withDropout : text.without}: ${text.lossName}`}
                locale={locale}
              />
            ))}
          </div>
          <ul className="key">
            <li>
              <LineSample role="test" /> {text.test}
            </li>
            <li>
              <LineSample role="train" /> {text.train}
            </li>
            <li>
              <LineSample role="reference" dash={1} /> {text.dropping}
            </li>
          </ul>
        </>
      )}
    </>
  )
}
