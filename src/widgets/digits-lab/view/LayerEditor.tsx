import { fill } from '../../../i18n/fill.ts'
import type { DeclaredParam } from '../../../protocol/params.ts'
import type { Locale } from '../../../protocol/view.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { KINDS, labLayer, layerFields, type LabLayer } from '../spec/params.ts'
import { type Text } from '../strings/shared.ts'
import { FIELDS } from './layers.ts'

interface Props {
  layers: readonly LabLayer[]
  index: number
  text: Text
  activations: Readonly<Record<LabLayer['activation'], string>>
  locale: Locale
  onChange: (layers: LabLayer[]) => void
  onOpen: (index: number | null) => void
}

/** The numbers of one layer, and its place among the others. */
export function LayerEditor({ layers, index, text, activations, locale, onChange, onOpen }: Props) {
  const layer = layers[index]
  if (!layer) return null
  const replace = (changes: Partial<LabLayer>): void =>
    onChange(layers.map((old, at) => (at === index ? { ...old, ...changes } : old)))
  const move = (by: -1 | 1): void => {
    const next = layers.filter((_, at) => at !== index)
    next.splice(index + by, 0, layer)
    onChange(next)
    onOpen(index + by)
  }
  const field = (name: keyof LabLayer) => {
    const param = layerFields[name] as DeclaredParam
    const label =
      name === 'count' ? (layer.kind === 'conv' ? text.filters : text.units) : text[name as 'size']
    if (param.kind === 'integer' || param.kind === 'number')
      return (
        <NumberField
          key={name}
          label={label}
          locale={locale}
          min={param.min}
          max={param.max}
          {...(param.kind === 'integer' ? { integer: true } : { step: 0.05 })}
          value={layer[name] as number}
          onChange={(value) => replace({ [name]: value })}
        />
      )
    if (param.kind !== 'choice') return null
    return (
      <Choice
        key={name}
        label={label}
        shape="select"
        value={layer[name] as string}
        options={param.options.map((id) => ({
          id,
          label:
            name === 'padding' ? text[`padding-${id as LabLayer['padding']}`] : activations[id as 'relu'],
        }))}
        onChange={(value) => replace({ [name]: value })}
      />
    )
  }
  return (
    <div className="lab-editor" role="group" aria-label={fill(text.editing, { n: index + 1 })}>
      <div className="lab-editor-head">
        <b>{fill(text.editing, { n: index + 1 })}</b>
        <IconButton icon="arrow-left" label={text.earlier} disabled={index === 0} onClick={() => move(-1)} />
        <IconButton
          icon="arrow-right"
          label={text.later}
          disabled={index === layers.length - 1}
          onClick={() => move(1)}
        />
        <IconButton
          icon="trash"
          label={text.removeLayer}
          onClick={() => {
            onOpen(null)
            onChange(layers.filter((_, at) => at !== index))
          }}
        />
      </div>
      <div className="lab-fields">
        <Choice
          label={text.kind}
          shape="select"
          value={layer.kind}
          options={KINDS.map((id) => ({ id, label: text[`kind-${id}`] }))}
          onChange={(kind) => replace(labLayer(kind, { activation: layer.activation }))}
        />
        {FIELDS[layer.kind].map(field)}
      </div>
    </div>
  )
}
