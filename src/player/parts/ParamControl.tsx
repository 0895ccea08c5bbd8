import { useState } from 'react'
import type { DeclaredParam, LabelledPoint } from '../../protocol/params.ts'
import { Choice } from '../../ui/Choice.tsx'
import { SeedField } from '../../ui/SeedField.tsx'
import { Slider } from '../../ui/Slider.tsx'
import { ExpressionField, TextField } from '../../ui/TextField.tsx'
import { Toggle } from '../../ui/Toggle.tsx'
import type { ControlProps } from './controlProps.ts'
import { choiceLabel, labelOf, rangeOf } from './describe.ts'
import { ListControl } from './ListControl.tsx'
import { MatrixControl } from './MatrixControl.tsx'
import { PointsControl } from './PointsControl.tsx'
import { nextSeed } from './seed.ts'

/** Options that an audience can read below one another. */
const MOST_LISTED = 4

/** The control that a parameter's declaration asks for. */
export function ParamControl(props: ControlProps) {
  const { id, param, value, initial, text, locale, listed, onChange } = props
  const { label, help, unit } = labelOf(text, id)
  const common = { label, ...(help === undefined ? {} : { help }) }
  switch (param.kind) {
    case 'number':
    case 'integer':
      return (
        <Slider
          {...common}
          {...rangeOf(param)}
          value={value as number}
          default={initial as number}
          locale={locale}
          onChange={onChange}
          {...(param.symbol === undefined ? {} : { symbol: param.symbol })}
          {...(unit === undefined ? {} : { unit })}
        />
      )
    case 'toggle':
      return <Toggle {...common} value={value as boolean} onChange={onChange} />
    case 'choice':
      return (
        <Choice
          {...common}
          value={value as string}
          options={param.options.map((option) => ({ id: option, label: choiceLabel(text, id, option) }))}
          locale={locale}
          onChange={onChange}
          {...(listed && param.options.length <= MOST_LISTED ? { shape: 'segments' as const } : {})}
        />
      )
    case 'seed':
      return (
        <SeedField
          label={label}
          value={value as number}
          locale={locale}
          nextSeed={(seed) => nextSeed(seed, param)}
          onChange={onChange}
        />
      )
    case 'text':
    case 'expression':
      return (
        <Written
          {...common}
          value={value as string}
          kind={param.kind}
          most={param.maxLength}
          onChange={onChange}
        />
      )
    case 'list':
      return (
        <ListControl
          {...props}
          item={param.item as DeclaredParam}
          least={param.minLength}
          most={param.maxLength}
        />
      )
    case 'matrix':
      return (
        <MatrixControl
          {...common}
          value={value as readonly (readonly number[])[]}
          min={param.min}
          max={param.max}
          locale={locale}
          onChange={onChange}
        />
      )
    case 'points':
      return (
        <PointsControl
          {...common}
          value={value as readonly LabelledPoint[]}
          param={param}
          locale={locale}
          onChange={onChange}
        />
      )
    case 'record':
    case 'data':
      // A record stands inside a list, whose control draws it; files are brought to the View.
      return null
  }
}

/** Words or a formula: what is being typed is the field's own until the reader means it. */
function Written(props: {
  label: string
  help?: string
  value: string
  kind: 'text' | 'expression'
  most: number
  onChange: (value: string) => void
}) {
  const { value, kind, onChange, ...rest } = props
  const [typed, setTyped] = useState<string | null>(null)
  const field = {
    ...rest,
    value: typed ?? value,
    onChange: setTyped,
    onCommit: (text: string) => {
      setTyped(null)
      if (text !== value) onChange(text)
    },
  }
  return kind === 'expression' ? <ExpressionField {...field} /> : <TextField {...field} />
}
