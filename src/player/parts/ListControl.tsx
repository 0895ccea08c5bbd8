import type { DeclaredParam } from '../../protocol/params.ts'
import { LayerList, type LayerRow } from '../../ui/LayerList.tsx'
import { MultiChoice } from '../../ui/MultiChoice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { ControlProps } from './controlProps.ts'
import { choiceLabel, labelOf } from './describe.ts'

type Props = ControlProps & { item: DeclaredParam; least: number; most: number }

/** A list: of choices, boxes to tick; of whole numbers or records with units, layers; of anything else, its text. */
export function ListControl(props: Props) {
  const { id, item, least, most, value, text, strings, locale, onChange } = props
  const { label, help } = labelOf(text, id)
  if (item.kind === 'choice') {
    return (
      <MultiChoice
        label={label}
        value={value as readonly string[]}
        options={item.options.map((option) => ({ id: option, label: choiceLabel(text, id, option) }))}
        least={least}
        most={most}
        onChange={onChange}
        {...(help === undefined ? {} : { help })}
      />
    )
  }
  if (item.kind === 'integer') {
    return (
      <LayerList
        label={label}
        value={(value as readonly number[]).map((units) => ({ units }))}
        nameOf={strings.layer}
        locale={locale}
        units={item}
        layers={{ min: least, max: most }}
        onChange={(rows) => onChange(rows.map((row) => row.units))}
      />
    )
  }
  const fields = item.kind === 'record' ? (item.fields as Readonly<Record<string, DeclaredParam>>) : {}
  const units = fields['units']
  const activation = fields['activation']
  if (units?.kind === 'integer') {
    const rows = value as readonly (LayerRow & Readonly<Record<string, unknown>>)[]
    const blank = item.default as LayerRow
    return (
      <LayerList
        label={label}
        value={rows}
        nameOf={strings.layer}
        locale={locale}
        units={units}
        layers={{ min: least, max: most }}
        {...(activation?.kind === 'choice'
          ? {
              activations: activation.options.map((option) => ({
                id: option,
                label: choiceLabel(text, id, option),
              })),
            }
          : {})}
        onChange={(next) => onChange(next.map((row, i) => ({ ...blank, ...rows[i], ...row })))}
      />
    )
  }
  return (
    <TextField
      label={label}
      value={(props.param as { write(value: unknown): string }).write(value)}
      onChange={onChange}
      {...(help === undefined ? {} : { help })}
    />
  )
}
