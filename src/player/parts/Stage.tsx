import { memo, useCallback, useMemo, type CSSProperties, type RefObject } from 'react'
import { LinkedCharts } from '../../charts/linked.tsx'
import { FigureScale } from '../../charts/scale.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type { AnySpec } from '../../protocol/spec.ts'
import { SideHead } from '../compare/SideHead.tsx'
import { membersOfSides, runsOf, type Side } from '../run/sides.ts'
import type { FigureState } from '../useFigure.ts'
import { DRAWN_SIZES, drawnHeight, drawnWidth, fitAbreast, roomFor } from './drawn.ts'

interface Props {
  fig: FigureState
  stage: RefObject<HTMLDivElement | null>
}

/** Below this a picture is on a phone. */
const SMALL = 480

/** Where the widget's View draws; twice where two settings are compared. It sees frames and values, and knows nothing of runs. */
export function Stage({ fig, stage }: Props) {
  const { sides, comparing, column } = fig
  const classes = comparing ? `compared${fitAbreast(column.width, sides.length) ? ' abreast' : ''}` : ''
  return (
    <div className={`fig-stage ${classes}`.trim()} ref={stage}>
      <LinkedCharts on={comparing}>
        {sides.map((side, index) => (
          <div key={side.key} className="side" {...(comparing ? { 'data-side': 'ab'[index] } : {})}>
            {comparing && <SideHead fig={fig} index={index} />}
            <Pictures fig={fig} side={side} index={index} />
          </div>
        ))}
      </LinkedCharts>
    </div>
  )
}

/** The picture of one setting, in each size that may be needed. */
function Pictures({ fig, side, index }: { fig: FigureState; side: Side; index: number }) {
  const { code, spec, sides, comparing, shown, model, presenting, locale, drawn, column } = fig
  const { setValues, commands, act, takers } = fig
  const runs = useMemo(() => runsOf(membersOfSides(spec, sides), index), [spec, sides, index])
  const members = useMemo(() => shown.members.filter((member) => member.side === index), [shown, index])
  const set = useCallback(
    (given: Readonly<Record<string, unknown>>) => setValues(given, index),
    [setValues, index],
  )
  const actHere = useCallback(
    (action: unknown, member?: number) =>
      act(action, member === undefined ? (comparing ? runs : 'all') : (runs[member] ?? member)),
    [act, runs, comparing],
  )
  const ask = useCallback(
    (question: unknown, member = 0) => commands.ask(question, runs[member] ?? member),
    [commands, runs],
  )
  const status = model.revealed ? model.status : null
  const height = presenting ? drawnHeight(column, sides.length) : 0
  return DRAWN_SIZES.map((place) => {
    // A picture keeps the place it woke in, also when the window is made narrower.
    if (drawn !== undefined && drawn !== place) return null
    const size = drawn === undefined ? place : column.size
    const width = drawnWidth({ ...column, size }, sides.length, presenting)
    return (
      <div
        key={place}
        className="drawn"
        data-drawn={size}
        {...(comparing ? { style: scaleTo(roomFor(column.width, sides.length), width) } : {})}
      >
        <Drawn
          View={code.View}
          values={side.values}
          members={members}
          status={status}
          step={shown.pictured}
          width={width}
          {...(height > 0 ? { height } : {})}
          presenting={presenting}
          locale={locale}
          set={set}
          seek={commands.seek}
          act={actHere}
          ask={ask}
          takers={takers}
        />
      </div>
    )
  })
}

/** A picture beside another is scaled to the room that it has; figure.css reads these. */
const scaleTo = (room: number, width: number): CSSProperties =>
  ({ '--column': `${room}px`, '--drawn': `${width}px` }) as CSSProperties

type DrawnProps = ViewProps<AnySpec> & { View: FigureState['code']['View'] }

/** A View is a function of its props: what has not changed is not drawn again. */
const Drawn = memo(function Drawn({ View, ...props }: DrawnProps) {
  const { presenting, width } = props
  const scale = useMemo(() => ({ big: presenting, small: width < SMALL }), [presenting, width])
  return (
    <FigureScale value={scale}>
      <View {...props} />
    </FigureScale>
  )
})
