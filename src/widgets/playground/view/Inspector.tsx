import { Fragment, useState } from 'react'
import { orderFeatures } from '../../../math/planeFeature.ts'
import { Symbol } from '../../../ui/Num.tsx'
import { ScrubNumber } from '../../../ui/ScrubNumber.tsx'
import type { Locale } from '../../../protocol/view.ts'
import type { PlaygroundValues } from '../spec/params.ts'
import { DEAD, SATURATED, type Action, type PlaygroundFrame } from '../spec/traffic.ts'
import { follow } from './follow.ts'
import { CLASS_LETTERS, fill, FUNCTIONS, inputSymbols, short, type Pin, type Text } from './words.ts'

interface Props {
  pin: Pin | null
  frame: PlaygroundFrame | null
  values: PlaygroundValues
  text: Text
  locale: Locale
  act: (action: Action) => void
}

const RANGE = { min: -1000, max: 1000, step: 0.01 }

/** One unit's arithmetic at the probe, number by number. The weights and the bias can be dragged or typed. */
export function Inspector({ pin, frame, values, text, locale, act }: Props) {
  const { features, probeX, probeY } = values
  const layer = pin === null ? undefined : frame?.layers[pin.layer - 1]
  if (frame === null || pin === null || pin.index >= countUnits(frame, values, pin.layer))
    return <p className="pg-inspect quiet">{text.inspectHint}</p>
  const symbols = inputSymbols(features)
  const way = follow(frame.layers, values, probeX, probeY)
  const passage = way[pin.layer - 1]
  if (layer === undefined || passage === undefined)
    return (
      <p className="pg-inspect">
        <Symbol text={symbols[pin.index] ?? ''} /> = {short(way[0]?.given[pin.index] ?? 0)}{' '}
        <span className="quiet">{text.inputNote}</span>
      </p>
    )

  const last = pin.layer === frame.layers.length
  const units = layer.bias.length
  const { given, adds } = passage
  const nameOf = (from: number): string =>
    pin.layer === 1 ? (symbols[from] ?? '') : `h_${pin.layer - 1},${from + 1}`
  const { activation } = values.layers[pin.layer - 1] ?? { activation: 'linear' }
  const target = { layer: pin.layer - 1, to: pin.index }
  const title = last
    ? units > 1
      ? fill(text.classOutputLabel, { name: CLASS_LETTERS[pin.index] ?? '' })
      : text.outputUnitLabel
    : fill(text.unitLabel, { layer: pin.layer, unit: pin.index + 1 })
  const state = layer.health[pin.index]
  const normalised = layer.scale.length > 0
  const sum = passage.sums[pin.index] ?? 0
  return (
    <div className="pg-inspect">
      <p>
        <b>{title}</b> <span className="quiet">{text.atProbe}</span>
        {state === DEAD && <span className="warn"> {text.deadNote}</span>}
        {state === SATURATED && <span className="warn"> {text.saturatedNote}</span>}
      </p>
      <p className="pg-sum">
        <Symbol text="z" /> {normalised && `= ${short(layer.scale[pin.index] ?? 1)} · (`}
        {!normalised && '= '}
        {Array.from(given, (value, from) => (
          <Fragment key={from}>
            <span className="pg-term">
              <WeightNumber
                value={layer.kernel[from * units + pin.index] ?? 0}
                label={fill(text.weightLabel, { name: nameOf(from).replace('_', ' ') })}
                locale={locale}
                onMeant={(next) => act({ kind: 'weight', ...target, from, value: next })}
              />
              {' · '}
              <Indexed text={nameOf(from)} />
              <small>{short(value)}</small>
            </span>
            {' + '}
          </Fragment>
        ))}
        <span className="pg-term">
          <WeightNumber
            value={layer.bias[pin.index] ?? 0}
            label={text.biasLabel}
            locale={locale}
            onMeant={(next) => act({ kind: 'bias', ...target, value: next })}
          />
        </span>
        {normalised && `) + ${short(layer.shift[pin.index] ?? 0)}`} = <b>{short(sum)}</b>
      </p>
      {!last && (
        <p className="pg-sum">
          <Indexed text={`h_${pin.layer},${pin.index + 1}`} /> ={' '}
          {adds && `${short(given[pin.index] ?? 0)} + `}
          {FUNCTIONS[activation] === undefined
            ? short(sum)
            : `${FUNCTIONS[activation]}(${short(sum)})`} = <b>{short(passage.answers[pin.index] ?? 0)}</b>
        </p>
      )}
    </div>
  )
}

function countUnits(frame: PlaygroundFrame, { features }: PlaygroundValues, layer: number): number {
  return layer === 0 ? orderFeatures(features).length : (frame.layers[layer - 1]?.bias.length ?? 0)
}

/** `h_2,3` with both indices below; other symbols as everywhere. */
function Indexed({ text }: { text: string }) {
  const [base = '', index] = text.split('_')
  if (!text.startsWith('h_')) return <Symbol text={text} />
  return (
    <span className="sy">
      {base}
      <sub>{index}</sub>
    </span>
  )
}

/** A weight that follows the training until a hand takes it; only what is meant in the end is an act. */
function WeightNumber(props: {
  value: number
  label: string
  locale: Locale
  onMeant: (value: number) => void
}) {
  const [held, setHeld] = useState<number | null>(null)
  return (
    <ScrubNumber
      value={held ?? props.value}
      range={RANGE}
      label={props.label}
      locale={props.locale}
      onChange={setHeld}
      onCommit={(next) => {
        setHeld(null)
        props.onMeant(next)
      }}
    />
  )
}
