import { useMemo } from 'react'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { PASS, PLAN, type StepsFrame, type StepsValues } from './spec.ts'
import strings from './strings.ts'
import { cardsOf, type Card } from './view/cards.ts'
import { CodePanel } from './view/CodePanel.tsx'
import { formulasOf } from './view/formulas.ts'
import { edgesFrom } from './view/gradient.ts'
import { GradientPanel } from './view/GradientPanel.tsx'
import { nameFunction, PARAMETERS, say, touchedBy } from './view/names.ts'
import { Network } from './view/Network.tsx'
import { plainly } from './view/numbers.ts'
import { OperationPanel } from './view/OperationPanel.tsx'

/** On a projector: what the formula below the network takes. */
const FORMULA_ROOM = 150
/** Room for formula and program side by side. */
const BESIDE = 560

/** Before the first frame: the network with nothing computed. */
const startOf = ({ weights }: StepsValues): StepsFrame => ({
  pass: 0,
  done: 0,
  before: Float64Array.from(weights),
  parameters: Float64Array.from(weights),
  sums: new Float64Array(6),
  activations: new Float64Array(6),
  loss: 0,
  activationSlopes: new Float64Array(6),
  sumSlopes: new Float64Array(6),
  parameterSlopes: new Float64Array(weights.length),
})

/** A network with every number, the operation that is under way, the program, and one gradient taken apart. */
export default function View({
  values,
  members,
  width,
  height,
  presenting,
  locale,
  set,
}: ViewProps<typeof spec>) {
  const { text } = strings[locale]
  const frame = members[0]?.frame ?? startOf(values)
  const operation = frame.done === 0 ? undefined : PLAN[frame.done - 1]
  const cards = useMemo(() => cardsOf(values, frame), [values, frame])
  const touched = useMemo(() => {
    const { made, needed } = touchedBy(operation)
    return { made: new Set(made), needed: new Set(needed) }
  }, [operation])
  const chosen = PARAMETERS[values.chosen]
  const onPath = useMemo(() => (chosen ? edgesFrom(chosen) : new Set<string>()), [chosen])

  const functionWords = (layer: number): string => nameFunction(values, layer) || text.linear
  const heads = [
    text.inputs,
    `${text.layer} 1, ${functionWords(1)}`,
    `${text.layer} 2, ${functionWords(2)}`,
    `${text.output}, ${functionWords(3)}`,
  ]
  const nameRow = ({ symbol, value, slope }: Card['rows'][number]): string =>
    text.row
      .replace('{symbol}', say(symbol))
      .replace('{value}', value === null ? text.unknown : plainly(value))
      .replace('{slope}', slope === null || slope === undefined ? text.unknown : plainly(slope))
  const title =
    operation === undefined
      ? text.start
      : text.title
          .replace('{n}', String(frame.done))
          .replace('{all}', String(PASS))
          .replace('{pass}', String(frame.pass))
          .replace('{kind}', text[operation.kind])

  const formulas = operation === undefined ? [] : formulasOf(operation, values, frame)
  const beside = width >= BESIDE
  return (
    <>
      <Network
        label={text.network}
        width={width}
        {...(height === undefined ? {} : { most: height - FORMULA_ROOM })}
        cards={cards}
        heads={heads}
        chosen={values.chosen}
        made={touched.made}
        needed={touched.needed}
        onPath={onPath}
        nameRow={nameRow}
        onChoose={(parameter) => set({ chosen: parameter })}
      />
      {!presenting && (
        <p className="key">
          <span>{text.black}</span>
          <span>{text.coloured}</span>
          <span style={{ color: 'var(--neg)' }}>{text.negative}</span>
          <span style={{ color: 'var(--pos)' }}>{text.positive}</span>
        </p>
      )}
      <div
        style={{
          display: 'grid',
          gap: beside ? 24 : 12,
          marginTop: 16,
          gridTemplateColumns: beside && !presenting ? 'minmax(0, 1fr) 264px' : 'minmax(0, 1fr)',
          alignItems: 'start',
        }}
      >
        {/* Four equations, the most there are: nothing below jumps. */}
        <div style={{ minHeight: presenting ? undefined : 152 }}>
          <OperationPanel title={title} formulas={formulas} />
        </div>
        {!presenting && <CodePanel label={text.program} kind={operation?.kind} />}
      </div>
      {!presenting && <GradientPanel values={values} frame={frame} text={text} />}
    </>
  )
}
