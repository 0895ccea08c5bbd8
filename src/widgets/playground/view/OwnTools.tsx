import { useState } from 'react'
import { ClassMark } from '../../../charts/marks.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { Slider } from '../../../ui/Slider.tsx'
import type { Locale } from '../../../protocol/view.ts'
import { MOST_POINTS, type PlaygroundValues } from '../spec/params.ts'
import { TableDialog } from './TableDialog.tsx'
import { CLASS_LETTERS, fill, type Text } from './words.ts'

interface Props {
  values: PlaygroundValues
  kind: number
  onKind: (kind: number) => void
  number: number
  onNumber: (number: number) => void
  /** A file that was dropped on the picture. */
  dropped: File | null
  onTaken: () => void
  set: (values: Partial<PlaygroundValues>) => void
  text: Text
  locale: Locale
}

/** What the next point will be, and where else points can come from. */
export function OwnTools({
  values,
  kind,
  onKind,
  number,
  onNumber,
  dropped,
  onTaken,
  set,
  text,
  locale,
}: Props) {
  const [open, setOpen] = useState(false)
  const { classes } = values
  const measured = values.data === 'own-numbers'
  const points = measured ? values.numbers : values.points
  return (
    <div className="pg-tools">
      {measured ? (
        <Slider
          label={text.nextNumber}
          value={number}
          min={-1}
          max={1}
          step={0.05}
          locale={locale}
          onChange={onNumber}
        />
      ) : (
        <Choice
          label={text.nextPoint}
          hideLabel
          locale={locale}
          value={String(Math.min(kind, classes - 1))}
          options={CLASS_LETTERS.slice(0, classes).map((name, k) => ({
            id: String(k),
            label: name,
            mark: (
              <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
                <ClassMark x={7} y={7} kind={k} size={4.5} />
              </svg>
            ),
          }))}
          onChange={(id) => onKind(Number(id))}
        />
      )}
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        <Icon name="table" />
        {text.openTable}
      </button>
      <IconButton
        icon="trash"
        label={text.clear}
        disabled={points.length === 0}
        onClick={() => set(measured ? { numbers: [] } : { points: [] })}
      />
      <p className="quiet">
        {points.length === 0 ? text.noPoints : fill(text.howToDraw, { n: points.length, most: MOST_POINTS })}
      </p>
      <TableDialog
        open={open || dropped !== null}
        file={dropped}
        text={text}
        locale={locale}
        onClose={() => {
          setOpen(false)
          onTaken()
        }}
        set={set}
      />
    </div>
  )
}
