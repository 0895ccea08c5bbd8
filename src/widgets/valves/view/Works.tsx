import { useContext } from 'react'
import { drawLink } from '../../../charts/networkGeometry.ts'
import { signColor } from '../../../charts/palette.ts'
import { FigureScale } from '../../../charts/scale.ts'
import { round, SvgNumber } from '../../../charts/text.tsx'
import { REACH } from '../spec.ts'
import { flowIn, flowOf, type Pipe, type Taps } from '../spec/pipes.ts'
import { Knob } from './Knob.tsx'
import { layOut } from './layout.ts'
import { Fountain, Tank } from './Vessels.tsx'
import { fill, two, type Text } from './words.ts'

interface Props {
  width: number
  height: number
  valves: ArrayLike<number>
  taps: Taps
  /** What each fountain should give with these taps; unknown for taps that no example has. */
  wanted: readonly [number, number] | undefined
  fountainNames: readonly [string, string]
  /** ∂L/∂w of each valve, to be shown as the way it should be turned. */
  slopes: ArrayLike<number> | null
  text: Text
  onTap: (tap: number, open: number) => void
  onValve: (pipe: Pipe, value: number) => void
  onRest: () => void
  onChoose: (pipe: Pipe) => void
}

/** Degrees of a needle for a weight of 1, and of a pull for a slope of 1. */
const TURN = 48
const PULL = 500
const LONGEST_PULL = 150
/** A pull that could not be seen is not drawn. */
const LEAST_PULL = 3

/** Taps, pipes, valves, tanks, fountains. Pipes are as thick as the water in them: orange brings it in, blue draws it off. */
export function Works(props: Props) {
  const { width, height, valves, taps, wanted, slopes, text } = props
  const { big } = useContext(FigureScale)
  const place = layOut(width, height, big)
  const flow = flowOf(valves, taps)
  const thick = (amount: number): number => Math.min(big ? 15 : 10, 1 + Math.abs(amount) * (big ? 9 : 6))
  const pull = (index: number): number => {
    const by = Math.max(-LONGEST_PULL, Math.min(LONGEST_PULL, -PULL * (slopes?.[index] ?? 0)))
    return Math.abs(by) < LEAST_PULL ? 0 : by
  }
  return (
    <div className={big ? 'plot big' : 'plot'} style={{ width, aspectRatio: `${width} / ${height}` }}>
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={text.worksLabel}>
        <SvgNumber x={0} y={place.head} text={text.taps} className="lab" />
        <SvgNumber
          x={(place.tanks[0]?.x ?? 0) + (place.tanks[0]?.width ?? 0) / 2}
          y={place.head}
          text={text.tanks}
          anchor="middle"
          className="lab"
        />
        <SvgNumber
          x={width < 480 ? width : (place.fountains[0]?.x ?? 0) + (place.fountains[0]?.width ?? 0) / 2}
          y={place.head}
          text={text.fountains}
          anchor={width < 480 ? 'end' : 'middle'}
          className="lab"
        />
        <g fill="none" aria-hidden="true">
          {place.pipes.map((pipe) => {
            const { start, end } = pipe
            const d = drawLink({ ax: start.x, ay: start.y, bx: end.x, by: end.y })
            const amount = flowIn(pipe, valves, flow)
            return (
              <g key={pipe.index}>
                <path d={d} stroke="var(--paper)" strokeWidth={big ? 20 : 14} />
                <path d={d} stroke="var(--rule-2)" strokeWidth={big ? 16 : 11} />
                <path d={d} stroke="var(--paper)" strokeWidth={big ? 13.5 : 9.25} />
                {Math.abs(amount) > 0.005 && (
                  <path d={d} stroke={signColor(amount)} strokeWidth={round(thick(amount))} />
                )}
              </g>
            )
          })}
        </g>
        {place.tanks.map((box, k) => (
          <Tank key={k} box={box} level={flow.tanks[k] ?? 0} />
        ))}
        {place.fountains.map((box, k) => (
          <Fountain
            key={k}
            box={box}
            name={props.fountainNames[k] ?? ''}
            given={flow.fountains[k] ?? 0}
            wanted={wanted?.[k]}
            beside={width >= 480}
          />
        ))}
        {place.pipes.map(({ valve, ...pipe }) => (
          <g key={pipe.index}>
            {/* Large type finds no room between the rings: before an audience the needles say it. */}
            {!big && (
              <SvgNumber
                x={valve.x}
                y={valve.y + place.ring + 17}
                text={two(valves[pipe.index] ?? 0)}
                anchor="middle"
                className="num halo paper"
              />
            )}
            <Knob
              x={valve.x}
              y={valve.y}
              radius={place.ring}
              value={valves[pipe.index] ?? 0}
              range={[-REACH, REACH]}
              turn={TURN}
              label={nameValve(pipe, text, props.fountainNames)}
              valueText={two(valves[pipe.index] ?? 0)}
              pull={pull(pipe.index)}
              onTurn={(value) => props.onValve(pipe, value)}
              onRest={props.onRest}
              onFocus={() => props.onChoose(pipe)}
            />
          </g>
        ))}
        {place.taps.map((at, tap) => (
          <g key={tap}>
            <SvgNumber
              x={at.x}
              y={at.y + place.ring + (big ? 44 : 32)}
              text={two(taps[tap] ?? 0)}
              anchor="middle"
              className="num halo paper"
            />
            <Knob
              x={at.x}
              y={at.y}
              radius={place.ring + (big ? 6 : 4)}
              value={taps[tap] ?? 0}
              range={[0, 1]}
              turn={90}
              label={tap === 0 ? text.leftTap : text.rightTap}
              valueText={two(taps[tap] ?? 0)}
              onTurn={(open) => props.onTap(tap, open)}
            />
          </g>
        ))}
      </svg>
    </div>
  )
}

/** "Valve from the left tap to tank 2". */
export function nameValve({ gap, from, to }: Pipe, text: Text, fountains: readonly [string, string]): string {
  return gap === 0
    ? fill(text.firstValve, { tap: from === 0 ? text.leftTap : text.rightTap, tank: to + 1 })
    : fill(text.secondValve, { tank: from + 1, fountain: fountains[to] ?? '' })
}
