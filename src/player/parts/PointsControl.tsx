import { useState } from 'react'
import { Plot } from '../../charts/Plot.tsx'
import { PointsEditor } from '../../charts/PointsEditor.tsx'
import type { LabelledPoint, PointsParam } from '../../protocol/params.ts'
import type { Locale } from '../../protocol/view.ts'
import { Choice } from '../../ui/Choice.tsx'
import { playerStrings } from '../strings.ts'
import { useWidth } from './useWidth.ts'

interface Props {
  value: readonly LabelledPoint[]
  param: PointsParam
  label: string
  help?: string
  locale: Locale
  onChange: (value: readonly LabelledPoint[]) => void
}

/** A small plane to place points on, one class at a time. */
export function PointsControl({ value, param, label, help, locale, onChange }: Props) {
  const { pointClass } = playerStrings[locale]
  const [kind, setKind] = useState(0)
  const [box, width] = useWidth<HTMLDivElement>(264)
  const names = Array.from({ length: param.classes }, (_, i) => pointClass(String.fromCharCode(65 + i)))
  const axis = { domain: [param.min, param.max] as [number, number] }
  return (
    <div className="ctl" role="group" aria-label={label}>
      <div className="ctl-head">
        <span>{label}</span>
      </div>
      {param.classes > 1 && (
        <Choice
          label={label}
          hideLabel
          locale={locale}
          value={String(kind)}
          options={names.map((name, i) => ({ id: String(i), label: name }))}
          onChange={(id) => setKind(Number(id))}
        />
      )}
      <div ref={box}>
        <Plot label={label} width={width} height={width} x={axis} y={axis} interactive>
          <PointsEditor
            points={value.map(({ x, y, label: of }) => ({ x, y, kind: of }))}
            kind={kind}
            kindName={names[kind] ?? ''}
            locale={locale}
            most={param.maxLength}
            onChange={(points) => onChange(points.map(({ x, y, kind: of }) => ({ x, y, label: of })))}
          />
        </Plot>
      </div>
      {help !== undefined && <p className="ctl-help">{help}</p>}
    </div>
  )
}
