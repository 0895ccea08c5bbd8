import type { FigureState } from '../useFigure.ts'
import { valueAtStep } from './curveShape.ts'
import { Readings } from './Readings.tsx'
import { Scrubber } from './Scrubber.tsx'
import { TransportButtons } from './Transport.tsx'

/** Time: the buttons, the curve that is the scrubber, the readings. */
export function TransportRow({ fig, onPlay }: { fig: FigureState; onPlay: () => void }) {
  const { spec, text, strings, model, commands, shown, last, headline, presenting, hide, guess } = fig
  if (!spec.run) return null
  const metric: Readonly<Record<string, string>> = text.metrics
  const name = headline === null ? '' : (metric[headline] ?? headline)
  const role = spec.run.metrics[headline ?? '']?.role
  const history = shown.histories[0]
  const [first, ...others] = shown.members
  const whose = first !== undefined && others.length > 0 ? text.member?.(first.id) : undefined
  const value =
    headline === null || !history
      ? null
      : valueAtStep(history.steps, history.metrics[headline] ?? [], shown.step)
  return (
    <div className="fig-transport">
      <div className="tr-main">
        <TransportButtons
          phase={model.phase}
          playing={model.playing}
          slow={model.speed === 'slow'}
          commands={commands}
          strings={strings}
          onPlay={onPlay}
          onReset={commands.reset}
        />
        {!hide('scrubber') && (
          <Scrubber
            metrics={spec.run.metrics}
            headlineName={name}
            histories={shown.histories}
            future={shown.future}
            step={shown.step}
            last={last}
            presenting={presenting}
            guess={guess}
            strings={strings}
            onDrag={commands.drag}
            onSeek={commands.seek}
          />
        )}
      </div>
      <Readings
        stepName={strings.steps[spec.run.stepIs]}
        step={shown.step}
        last={last}
        headline={
          headline === null
            ? null
            : { name: whose === undefined ? name : strings.metricOf(name, whose), value, role }
        }
        speed={model.speed}
        speeds={fig.speeds}
        presenting={presenting}
        strings={strings}
        hideSpeed={hide('speed')}
        onSpeed={commands.speed}
      />
    </div>
  )
}
