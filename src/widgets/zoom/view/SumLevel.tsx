import { valueAt } from '../spec/forward.ts'
import { STAGES } from '../spec/stages.ts'
import { decimals } from '../strings/shared.ts'
import { PoolSum } from './PoolSum.tsx'
import { Products } from './Products.tsx'
import { SoftmaxSum } from './SoftmaxSum.tsx'
import { tint } from './paint.ts'
import type { Sight } from './sight.ts'

/** The numbers that one number is made of. */
export function SumLevel({ sight }: { sight: Sight }) {
  switch (STAGES[sight.place.layer].kind) {
    case 'conv':
    case 'dense':
      return <Products sight={sight} />
    case 'relu':
      return <ReluSum sight={sight} />
    case 'pool':
      return <PoolSum sight={sight} />
    case 'softmax':
      return <SoftmaxSum sight={sight} />
    case 'image':
      return null
  }
}

function ReluSum({ sight }: { sight: Sight }) {
  const { place, volumes, limit, text } = sight
  const { layer, row, column, channel } = place
  const sum = valueAt(volumes[layer - 1], row, column, channel)
  const after = valueAt(volumes[layer], row, column, channel)
  return (
    <div className="zm-relu">
      <dl>
        <div style={{ background: tint(sum / limit) }}>
          <dt>{text.reluIn}</dt>
          <dd>{decimals(sum, 3)}</dd>
        </div>
        <div style={{ background: tint(after / limit) }}>
          <dt>{text.reluOut}</dt>
          <dd>{decimals(after, 3)}</dd>
        </div>
      </dl>
      <p className="zm-equation">
        max(0, {decimals(sum, 3)}) = <strong>{decimals(after, 3)}</strong>
      </p>
      <p className="zm-line">{sum < 0 ? text.cut : text.passes}</p>
    </div>
  )
}
