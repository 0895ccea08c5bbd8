import { fill } from '../../../i18n/fill.ts'
import { formatNumber } from '../../../i18n/number.ts'
import type { ArchitectureResult } from '../../../math/architecture.ts'
import { Icon } from '../../../ui/icons.tsx'
import { MOST_LAYERS, type LabLayer } from '../spec/params.ts'
import { type Text } from '../strings/shared.ts'
import { detailOf, shapeOf } from './layers.ts'

interface Props {
  layers: readonly LabLayer[]
  result: ArchitectureResult
  /** Index of the layer that is edited. */
  open: number | null
  text: Text
  onOpen: (index: number | null) => void
  onAdd: () => void
}

/** The network as a row of its layers, each with the shape that it gives and the number of its weights. */
export function LayerRow({ layers, result, open, text, onOpen, onAdd }: Props) {
  const { plan } = result
  const broken = plan ? Infinity : result.at
  return (
    <ol className="lab-layers" aria-label={text.network}>
      <li className="lab-end">
        <b>{text.input}</b>
        <span>28 × 28 × 1</span>
      </li>
      {layers.map((layer, index) => {
        const planned = plan?.layers[index]
        const name = text[`kind-${layer.kind}`]
        return (
          <li key={index}>
            <button
              type="button"
              className={index === broken ? 'broken' : undefined}
              aria-expanded={open === index}
              onClick={() => onOpen(open === index ? null : index)}
            >
              <b>{name}</b>
              <span>{detailOf(layer) || '\u00a0'}</span>
              <span className="quiet">{planned ? `→ ${shapeOf(planned.output)}` : '\u00a0'}</span>
              <small>{planned ? weightsIn(planned.weights, text) : '\u00a0'}</small>
              <span className="vh">{fill(text.change, { n: index + 1 })}</span>
            </button>
          </li>
        )
      })}
      <li className={broken === layers.length ? 'lab-end broken' : 'lab-end'}>
        <b>{text.output}</b>
        <span>softmax</span>
        <span className="quiet">→ 10</span>
        <small>{plan ? weightsIn(plan.layers.at(-1)?.weights ?? 0, text) : '\u00a0'}</small>
      </li>
      {layers.length < MOST_LAYERS && (
        <li>
          <button type="button" className="lab-add" onClick={onAdd}>
            <Icon name="plus" />
            <span>{text.addLayer}</span>
          </button>
        </li>
      )}
    </ol>
  )
}

const weightsIn = (n: number, text: Text): string =>
  n > 0 ? fill(text.weights, { n: formatNumber(n) }) : text.noWeights
