import { memo, useCallback, useMemo, type RefObject } from 'react'
import { FigureScale } from '../../charts/scale.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type { AnySpec } from '../../protocol/spec.ts'
import type { FigureState } from '../useFigure.ts'

interface Props {
  fig: FigureState
  stage: RefObject<HTMLDivElement | null>
  width: number
  height: number
}

/** Below this a picture is on a phone. */
const SMALL = 480

/** Where the widget's View draws. It sees frames and values, and knows nothing of runs. */
export function Stage({ fig, stage, width, height }: Props) {
  const { code, values, shown, model, presenting, locale, setValues, commands, act } = fig
  const ask = useCallback((question: unknown, member?: number) => commands.ask(question, member), [commands])
  const small = width < SMALL
  const scale = useMemo(() => ({ big: presenting, small }), [presenting, small])
  const status = model.revealed ? model.status : null
  return (
    <div className="fig-stage" ref={stage}>
      <FigureScale value={scale}>
        <Drawn
          View={code.View}
          values={values}
          members={shown.members}
          status={status}
          step={shown.pictured}
          width={width}
          {...(presenting && height > 0 ? { height } : {})}
          presenting={presenting}
          locale={locale}
          set={setValues}
          seek={commands.seek}
          act={act}
          ask={ask}
        />
      </FigureScale>
    </div>
  )
}

type DrawnProps = ViewProps<AnySpec> & { View: FigureState['code']['View'] }

/** A View is a function of its props: what has not changed is not drawn again. */
const Drawn = memo(function Drawn({ View, ...props }: DrawnProps) {
  return <View {...props} />
})
