import { memo, useCallback, useMemo, type RefObject } from 'react'
import { FigureScale } from '../../charts/scale.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type { AnySpec } from '../../protocol/spec.ts'
import type { FigureState } from '../useFigure.ts'
import { DRAWN_SIZES, DRAWN_WIDTHS } from './drawn.ts'

interface Props {
  fig: FigureState
  stage: RefObject<HTMLDivElement | null>
}

/** Below this a picture is on a phone. */
const SMALL = 480

/** Where the widget's View draws. It sees frames and values, and knows nothing of runs. */
export function Stage({ fig, stage }: Props) {
  const { code, values, shown, model, presenting, locale, setValues, commands, act, drawn, column } = fig
  const ask = useCallback((question: unknown, member?: number) => commands.ask(question, member), [commands])
  const status = model.revealed ? model.status : null
  return (
    <div className="fig-stage" ref={stage}>
      {DRAWN_SIZES.map((place) => {
        // A picture keeps the place it woke in, also when the window is made narrower.
        if (drawn !== undefined && drawn !== place) return null
        const size = drawn === undefined ? place : column.size
        return (
          <div key={place} className="drawn" data-drawn={size}>
            <Drawn
              View={code.View}
              values={values}
              members={shown.members}
              status={status}
              step={shown.pictured}
              width={presenting ? column.width : DRAWN_WIDTHS[size]}
              {...(presenting && column.height > 0 ? { height: column.height } : {})}
              presenting={presenting}
              locale={locale}
              set={setValues}
              seek={commands.seek}
              act={act}
              ask={ask}
            />
          </div>
        )
      })}
    </div>
  )
}

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
