import type { FieldSize } from '../../../math/receptiveField.ts'
import type { Locale } from '../../../protocol/view.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { ScrubNumber } from '../../../ui/ScrubNumber.tsx'
import { LIMITS, MOST_LAYERS, type FieldLayerValues } from '../spec.ts'

interface Props {
  layers: readonly FieldLayerValues[]
  /** After the input and after each layer. */
  sizes: readonly FieldSize[]
  text: Readonly<Record<string, string>>
  locale: Locale
  /** Before an audience no layers are added. */
  fixed: boolean
  narrow: boolean
  onChange: (layers: readonly FieldLayerValues[]) => void
}

/** A row for each layer: its numbers to be changed, and the field that they make, worked out. */
export function LayerTable({ layers, sizes, text, locale, fixed, narrow, onChange }: Props) {
  const change = (index: number, next: Partial<FieldLayerValues>): void =>
    onChange(layers.map((old, i) => (i === index ? { ...old, ...next } : old)))
  const add = (layer: FieldLayerValues): void => onChange([...layers, layer])
  return (
    <>
      <table className="rf-layers">
        <thead>
          <tr>
            <th scope="col">{text.layer}</th>
            <th scope="col">k</th>
            <th scope="col">s</th>
            <th scope="col">d</th>
            <th scope="col">{narrow ? 'r' : text.field}</th>
            <th scope="col">{narrow ? 'j' : text.jump}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {layers.map((layer, i) => {
            const name = `${i + 1} ${text[layer.kind]}`
            const [before, after] = [sizes[i], sizes[i + 1]]
            const dilation = layer.kind === 'pool' ? 1 : layer.dilation
            const gap = dilation > 1 ? `·${dilation}` : ''
            return (
              <tr key={i}>
                <th scope="row">{name}</th>
                {(['kernel', 'stride', 'dilation'] as const).map((key) => (
                  <td key={key}>
                    {key === 'dilation' && layer.kind === 'pool' ? (
                      '–'
                    ) : (
                      <ScrubNumber
                        value={layer[key]}
                        range={{ ...LIMITS[key], integer: true }}
                        label={`${name}, ${text[key]}`}
                        locale={locale}
                        onChange={(value) => change(i, { [key]: value })}
                      />
                    )}
                  </td>
                ))}
                <td>
                  {!narrow && `${before.size} + ${layer.kernel - 1}${gap}·${before.jump} = `}
                  <strong>{after.size}</strong>
                </td>
                <td>
                  {!narrow && `${before.jump}·${layer.stride} = `}
                  <strong>{after.jump}</strong>
                </td>
                <td>
                  {!fixed && (
                    <IconButton
                      icon="trash"
                      label={`${text.remove} ${name}`}
                      disabled={layers.length < 2}
                      onClick={() => onChange(layers.filter((_, other) => other !== i))}
                    />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {!fixed && (
        <div className="rf-add">
          <button
            type="button"
            className="btn"
            disabled={layers.length >= MOST_LAYERS}
            onClick={() => add({ kind: 'conv', kernel: 3, stride: 1, dilation: 1 })}
          >
            {text.addConv}
          </button>
          <button
            type="button"
            className="btn"
            disabled={layers.length >= MOST_LAYERS}
            onClick={() => add({ kind: 'pool', kernel: 2, stride: 2, dilation: 1 })}
          >
            {text.addPool}
          </button>
        </div>
      )}
    </>
  )
}
