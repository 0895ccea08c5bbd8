import { useMemo } from 'react'
import { letterOf, runName } from '../compare/sideNames.ts'
import type { FigureState } from '../useFigure.ts'
import { valueAtStep } from './curveShape.ts'
import { Readings } from './Readings.tsx'
import { Scrubber } from './Scrubber.tsx'
import { TransportButtons } from './Transport.tsx'

/** Time: the buttons, the curve that is the scrubber, the readings. */
export function TransportRow({ fig, onPlay }: { fig: FigureState; onPlay: () => void }) {
  const { spec, text, strings, model, commands, shown, last, headline, lead, presenting, hide, guess } = fig
  // As stable as the sides are: the members are others with each frame.
  const sides = shown.members.map(({ side }) => side).join()
  const letters = useMemo(() => lettersOf(sides.split(',')), [sides])
  if (!spec.run) return null
  const metric: Readonly<Record<string, string>> = text.metrics
  const name = headline === null ? '' : (metric[headline] ?? headline)
  const role = spec.run.metrics[headline ?? '']?.role
  const history = shown.histories[lead]
  const whose = runName(fig, lead)
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
            lead={lead}
            letters={letters}
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

/** Of two settings the first run of each is named on the curve. */
function lettersOf(sides: readonly string[]): readonly (string | null)[] {
  if (sides.every((side) => side === sides[0])) return []
  return sides.map((side, i) => (sides[i - 1] === side ? null : letterOf(Number(side))))
}
