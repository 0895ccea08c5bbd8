import { useState, type DragEvent } from 'react'
import { Key, type KeyItem } from '../../charts/Key.tsx'
import type { NetworkLink } from '../../charts/network.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Toggle } from '../../ui/Toggle.tsx'
import type { ViewProps } from '../../protocol/view.ts'
import './view/playground.css'
import type spec from './spec.ts'
import { DEAD, SATURATED, type PlaygroundFrame } from './spec/traffic.ts'
import strings from './strings.ts'
import { Inspector } from './view/Inspector.tsx'
import { Network } from './view/Network.tsx'
import { Output } from './view/Output.tsx'
import { OwnPoints } from './view/OwnPoints.tsx'
import { OwnTools } from './view/OwnTools.tsx'
import { Panel } from './view/Panel.tsx'
import { CLASS_LETTERS, fill, percent, short, type Pin, type Text } from './view/words.ts'

type Shown = 'output' | 'network' | 'panel'

/** The network, the plane as it sees it, the arithmetic of one unit, and how the training goes. */
export default function View(props: ViewProps<typeof spec>) {
  const { values, members, width, height, presenting, locale, set, act } = props
  const [member] = members
  const frame = member?.frame ?? null
  const { text } = strings[locale]
  const [shown, setShown] = useState<Shown>('output')
  const [pin, setPin] = useState<Pin | null>(null)
  const [kind, setKind] = useState(0)
  const [dropped, setDropped] = useState<File | null>(null)
  const small = width < 560
  const [number, setNumber] = useState(0.5)
  const measured = values.data === 'own-numbers'
  const own = values.data === 'own' || measured
  const nextClass = Math.min(kind, values.classes - 1)
  const side = small ? width : Math.round(Math.min(width * 0.44, height ?? 520))
  const tall = presenting && height !== undefined ? height - 8 : Math.max(300, side)

  const output = (
    <div className="pg-output" style={{ width: side }}>
      <Output
        frame={frame}
        values={values}
        side={side}
        text={text}
        set={set}
        {...(own
          ? {
              drawing: (
                <OwnPoints
                  points={measured ? values.numbers : values.points}
                  kind={measured ? number : nextClass}
                  kindName={
                    measured
                      ? fill(text.numberName, { n: short(number) })
                      : fill(text.className, { name: CLASS_LETTERS[nextClass] ?? '' })
                  }
                  measured={measured}
                  test={values.showTest ? (frame?.test ?? null) : null}
                  locale={locale}
                  onChange={(points) => set(measured ? { numbers: points } : { points })}
                />
              ),
            }
          : {})}
      />
    </div>
  )
  const network = (room: number) => (
    <Network
      frame={frame}
      values={values}
      width={width}
      height={tall}
      rightRoom={room}
      text={text}
      big={presenting}
      pin={pin}
      onUnit={(layer, index) => setPin({ layer, index })}
      onLink={({ gap, to }: NetworkLink) => setPin({ layer: gap + 1, index: to })}
    />
  )
  const drop = {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      const [file] = event.dataTransfer.files
      if (!file) return
      if (!own) set({ data: 'own' })
      setDropped(file)
    },
  }
  return (
    <div className="pg" {...drop}>
      {small && (
        <Choice
          label={text.view}
          hideLabel
          locale={locale}
          value={shown}
          options={(['output', 'network', 'panel'] as const).map((id) => ({ id, label: text[`view-${id}`] }))}
          onChange={setShown}
        />
      )}
      {small ? (
        <>
          {shown === 'output' && output}
          {shown === 'network' && network(20)}
        </>
      ) : (
        <div className="pg-row" style={{ width, height: tall }}>
          {network(side + 40)}
          {output}
        </div>
      )}
      {(!small || shown === 'output') && (
        <div className="pg-under">
          {frame && <Scores frame={frame} text={text} />}
          {!presenting && <Looks values={values} set={set} classes={frame?.classes ?? 2} text={text} />}
        </div>
      )}
      {own && !presenting && (!small || shown === 'output') && (
        <OwnTools
          values={values}
          kind={kind}
          onKind={setKind}
          number={number}
          onNumber={setNumber}
          dropped={dropped}
          onTaken={() => setDropped(null)}
          set={set}
          text={text}
          locale={locale}
        />
      )}
      {!presenting && (!small || shown === 'network') && (
        <Inspector pin={pin} frame={frame} values={values} text={text} locale={locale} act={act} />
      )}
      {!presenting && (!small || shown === 'panel') && <Panel {...props} text={text} />}
    </div>
  )
}

/** How well it does, in numbers; and which units can't learn. */
function Scores({ frame, text }: { frame: PlaygroundFrame; text: Text }) {
  const regression = frame.classes === 0
  const write = regression ? short : percent
  const told = fill(regression ? text.explainedNow : text.accuracyNow, {
    test: write(frame.score.test),
    train: write(frame.score.train),
  })
  const count = (state: number): number =>
    frame.layers.reduce((sum, { health }) => sum + health.filter((one) => one === state).length, 0)
  const [dead, saturated] = [count(DEAD), count(SATURATED)]
  const ill = [
    ...(dead > 0 ? [fill(text.deadUnits, { n: dead })] : []),
    ...(saturated > 0 ? [fill(text.saturatedUnits, { n: saturated })] : []),
  ]
  return (
    <p className="pg-scores">
      <span>{told}</span>
      {ill.length > 0 && <span className="quiet">{ill.join(', ')}</span>}
    </p>
  )
}

interface LooksProps {
  values: ViewProps<typeof spec>['values']
  set: ViewProps<typeof spec>['set']
  classes: number
  text: Text
}

/** The key, and what of the points is shown. */
function Looks({ values, set, classes, text }: LooksProps) {
  const items: KeyItem[] =
    classes === 0
      ? [{ id: 'ramp', name: '', mark: { ramp: 'diverging', low: '−1', high: '1' } }]
      : CLASS_LETTERS.slice(0, classes).map((name, k) => ({ id: name, name, mark: { class: k } }))
  return (
    <div className="pg-looks">
      <Key items={items} />
      <Toggle label={text.showTest} value={values.showTest} onChange={(showTest) => set({ showTest })} />
    </div>
  )
}
