import { getActivation } from '../../math/activations/index.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import strings from './strings.ts'
import { ActivationCurve } from './view/ActivationCurve.tsx'
import { compute } from './view/neuron.ts'
import { Pipeline } from './view/Pipeline.tsx'
import { Plane } from './view/Plane.tsx'
import { Response } from './view/Response.tsx'

const GAP = 28

/** What the neuron sees of the plane, and beside it how it comes to its answer at one point. */
export default function View({ values, width, height, locale, set }: ViewProps<typeof spec>) {
  const { text } = strings[locale]
  const beside = width >= 560
  const tallest = height ?? 460
  const size = Math.floor(beside ? Math.min(width * 0.58, tallest) : width)
  const rest = beside ? Math.floor(width - size - GAP) : width
  const computed = compute(values)
  const name = getActivation(values.activation).labels[locale]
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: `16px ${GAP}px`, alignItems: 'flex-start' }}>
      {values.picture === 'map' ? (
        <Plane values={values} size={size} text={text} set={set} />
      ) : (
        <Response values={values} size={size} label={text.surfaceLabel} locale={locale} />
      )}
      <div style={{ width: rest }}>
        <Pipeline values={values} computed={computed} width={rest} label={text.sumLabel} name={name} />
        <ActivationCurve
          values={values}
          computed={computed}
          width={rest}
          height={Math.round(Math.max(150, Math.min(220, size - 170)))}
          label={text.curveLabel.replace('{name}', name)}
        />
      </div>
    </div>
  )
}
