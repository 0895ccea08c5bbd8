import { useState } from 'react'
import { formatNumber } from '../../i18n/number.ts'
import { Num } from '../../ui/Num.tsx'
import { ScrubNumber } from '../../ui/ScrubNumber.tsx'
import type { ViewProps } from '../../protocol/view.ts'
import './view/valves.css'
import type spec from './spec.ts'
import { REACH, type ValvesFrame } from './spec.ts'
import { EXAMPLES, judge, TASKS, type Pipe, type Taps } from './spec/pipes.ts'
import strings from './strings.ts'
import { Examples } from './view/Examples.tsx'
import { fill } from './view/words.ts'
import { nameValve, Works } from './view/Works.tsx'

const RANGE = { min: -REACH, max: REACH, step: 0.05 }
/** While presenting: what stands under the pipes. */
const UNDER = 92

/** Valves as a hand has left them, and the frame that was shown then: it knows nothing of the hand yet. */
interface Held {
  readonly valves: readonly number[]
  readonly frame: ValvesFrame | null
}

/** The waterworks, the examples, and the score. */
export default function View(props: ViewProps<typeof spec>) {
  const { values, members, step, width, height, presenting, locale, set } = props
  const { text } = strings[locale]
  const frame = members[0]?.frame ?? null
  const [held, setHeld] = useState<Held | null>(null)
  const [holding, setHolding] = useState(false)
  const [chosen, setChosen] = useState<Pipe | null>(null)

  // Before the first update the run has the very valves of the values.
  const trained = step === 0 || frame === null ? values.valves : frame.valves
  const valves = held && (holding || held.frame === frame) && step > 0 ? held.valves : trained
  const turn = ({ index }: Pipe, value: number): void => {
    const turned = Array.from(valves, (old, i) =>
      i === index ? value : Math.min(REACH, Math.max(-REACH, old)),
    )
    setHeld({ valves: turned, frame })
    set({ valves: turned })
  }

  const taps: Taps = [values.left, values.right]
  const example = EXAMPLES.findIndex(([left, right]) => left === taps[0] && right === taps[1])
  const score = judge(valves, values.task)
  const fountainNames: [string, string] =
    values.task === 'either' ? [text.either, text.bothTaps] : [text.leftWater, text.halfWater]
  const tall = height === undefined ? (width < 480 ? 400 : 350) : height - UNDER
  return (
    <>
      <Works
        width={width}
        height={Math.max(280, tall)}
        valves={valves}
        taps={taps}
        wanted={TASKS[values.task][example]}
        fountainNames={fountainNames}
        slopes={values.hints ? score.gradient : null}
        text={text}
        onTap={(tap, open) => set(tap === 0 ? { left: open } : { right: open })}
        onValve={(pipe, value) => {
          setHolding(true)
          turn(pipe, value)
        }}
        onRest={() => setHolding(false)}
        onChoose={setChosen}
      />
      {!presenting && (
        <p className="vl-say">
          {chosen === null ? (
            text.howToTurn
          ) : (
            <>
              {nameValve(chosen, text, fountainNames)}{' '}
              <ScrubNumber
                value={valves[chosen.index] ?? 0}
                range={RANGE}
                label={nameValve(chosen, text, fountainNames)}
                locale={locale}
                onChange={(value) => turn(chosen, value)}
              />
            </>
          )}
        </p>
      )}
      <div className={presenting ? 'vl-under' : undefined}>
        <Examples
          task={values.task}
          score={score}
          taps={taps}
          fountainNames={fountainNames}
          text={text}
          brief={presenting}
          onTaps={([left, right]) => set({ left, right })}
        />
        <p className="vl-score">
          <b>{fill(text.rightOf, { n: score.right })}</b>
          {!presenting && (
            <>
              {text.comma}
              {text.loss} <Num text={formatNumber(score.loss, { significant: 3 })} />
            </>
          )}
        </p>
      </div>
    </>
  )
}
