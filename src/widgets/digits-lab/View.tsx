import { fill } from '../../i18n/fill.ts'
import { useState } from 'react'
import { formatNumber, formatPercent } from '../../i18n/number.ts'
import { pairFiles } from '../../math/idxPairs.ts'
import type { ViewProps } from '../../protocol/view.ts'
import { Choice } from '../../ui/Choice.tsx'
import { ProblemPanel } from '../../ui/ProblemPanel.tsx'
import { labLayer, PANELS, planOf, TEST_EVERY, updatesOf } from './spec/params.ts'
import type { LabData } from './spec/traffic.ts'
import type spec from './spec.ts'
import strings from './strings.ts'
import { type Text } from './strings/shared.ts'
import { DataPanel } from './view/DataPanel.tsx'
import { Inside } from './view/Inside.tsx'
import { LayerEditor } from './view/LayerEditor.tsx'
import { LayerRow } from './view/LayerRow.tsx'
import { wordProblem, wordTime } from './view/layers.ts'
import { Mistakes } from './view/Mistakes.tsx'
import { ReadPanel } from './view/ReadPanel.tsx'
import { useFiles } from './view/useFiles.ts'
import { useLiveFrame } from './view/useLiveFrame.ts'
import { usePace } from './view/usePace.ts'
import { useSources, valueOf } from './view/useSources.ts'
import './view/lab.css'

const MADE_UP: LabData = { training: { from: 'strokes' }, testing: { from: 'strokes' }, missing: false }

/** A network to put together, what it makes of a digit, and where it errs. */
export default function View(props: ViewProps<typeof spec>) {
  const { values, status, step, width, height, presenting, locale, set, ask, takers } = props
  const { choices } = strings[locale]
  const text: Text = strings[locale].text
  const { frame, live, coming, wake } = useLiveFrame(props)
  const [open, setOpen] = useState<number | null>(null)
  const { layers } = values
  const result = planOf(layers)
  const { plan } = result
  const perUpdate = (plan?.multiplications ?? 0) * values.batch
  const pace = usePace(status, perUpdate, ask)
  const data = frame?.data ?? MADE_UP
  const files = useFiles(ask)
  const choose = useSources(values, data.missing, set)
  const take = async (given: readonly File[]): Promise<void> => {
    const entries = await files.take(given)
    if (!entries) return
    const { training, testing } = pairFiles(entries)
    choose({ training: valueOf(training), testing: valueOf(testing) })
  }
  return (
    <div
      className={presenting ? 'lab presented' : 'lab'}
      style={{ height: presenting ? height : undefined }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void take([...event.dataTransfer.files])
      }}
    >
      <LayerRow
        layers={layers}
        result={result}
        open={open}
        text={text}
        onOpen={setOpen}
        onAdd={() => {
          set({ layers: [...layers, labLayer('dense')] })
          setOpen(layers.length)
        }}
      />
      {open !== null && (
        <LayerEditor
          layers={layers}
          index={open}
          text={text}
          activations={choices.layers}
          locale={locale}
          onChange={(next) => set({ layers: next })}
          onOpen={setOpen}
        />
      )}
      {plan && !presenting && (
        <p className="lab-cost">
          {fill(text.cost, {
            weights: formatNumber(plan.weights),
            multiplications: formatNumber(plan.multiplications),
          })}
          {pace.perSecond === null ? (
            <button type="button" className="btn" disabled={pace.measuring} onClick={pace.measure}>
              {pace.measuring ? text.measuring : text.estimate}
            </button>
          ) : (
            `${text.join}${wordPace(pace.perSecond, perUpdate, updatesOf(values), step, text)}`
          )}
        </p>
      )}
      {!plan && <ProblemPanel title={wordProblem(result, text)} />}
      <DataPanel
        values={values}
        files={files}
        data={data}
        locale={locale}
        text={text}
        onFiles={(given) => void take(given)}
        onSources={choose}
      />
      <div className="lab-under">
        <Choice
          label={text.view}
          hideLabel
          locale={locale}
          value={values.panel}
          options={PANELS.map((id) => ({ id, label: choices.panel[id] }))}
          onChange={(panel) => set({ panel })}
        />
        {frame && plan && (
          <p className="lab-score">
            {frame.exam
              ? fill(text.accuracyNow, {
                  share: formatPercent(frame.exam.accuracy),
                  n: formatNumber(frame.exam.tested),
                  step: formatNumber(frame.exam.at),
                })
              : fill(text.notYet, { n: TEST_EVERY })}
          </p>
        )}
      </div>
      {values.panel === 'read' && (
        <ReadPanel
          values={values}
          frame={frame}
          width={width}
          // Before an audience the panel has what the network and the tabs leave.
          height={presenting && height !== undefined ? height - 176 : 0}
          set={set}
          locale={locale}
          live={live}
          coming={coming}
          onAsk={wake}
          text={text}
        />
      )}
      {values.panel === 'inside' && frame && plan && frame.maps.length === plan.layers.length && (
        <Inside
          frame={frame}
          plan={plan}
          layers={layers}
          width={width}
          taker={takers['kernel']}
          text={text}
        />
      )}
      {values.panel === 'mistakes' && frame?.exam && (
        <Mistakes exam={frame.exam} width={width} ask={live ? ask : null} onAsk={wake} text={text} />
      )}
    </div>
  )
}

/** How long the training will take, or what is left of it. */
function wordPace(pace: number, perUpdate: number, updates: number, step: number, text: Text): string {
  const going = step > 0 && step < updates
  const seconds = ((going ? updates - step : updates) * perUpdate) / pace
  return fill(going ? text.left : text.expected, { time: wordTime(seconds, text) })
}
