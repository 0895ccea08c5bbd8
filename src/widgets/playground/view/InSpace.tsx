import { useMemo, useState } from 'react'
import { Surface } from '../../../charts/Surface.tsx'
import type { SurfaceView } from '../../../charts/surface3d.ts'
import { Choice } from '../../../ui/Choice.tsx'
import type { Locale } from '../../../protocol/view.ts'
import { EDGE, FIELD } from '../spec/params.ts'
import type { PlaygroundFrame } from '../spec/traffic.ts'
import { CLASS_LETTERS, fill, type Text } from './words.ts'

interface Props {
  frame: PlaygroundFrame
  width: number
  text: Text
  locale: Locale
}

const CELLS = FIELD * FIELD
const AXIS = { domain: [-EDGE, EDGE] as const }
/** Scores beyond this are drawn as high as it: the shape near the boundary is what counts. */
const MOST = 8

/** The output as a surface over the plane; of several classes, one at a time. */
export function InSpace({ frame, width, text, locale }: Props) {
  const [chosen, setChosen] = useState(0)
  const [view, setView] = useState<SurfaceView>({ azimuth: 30, elevation: 38 })
  const outputs = frame.field.length / CELLS
  const shown = Math.min(chosen, outputs - 1)
  const { grid, limit } = useMemo(() => {
    const values = frame.field.subarray(shown * CELLS, (shown + 1) * CELLS)
    const most = frame.classes === 0 ? 2 : MOST
    let reach = 0
    for (const value of values) reach = Math.max(reach, Math.min(most, Math.abs(value)))
    const cut = values.map((value) => Math.min(most, Math.max(-most, value)))
    return { grid: { columns: FIELD, rows: FIELD, values: cut }, limit: reach > 0.1 ? reach : 1 }
  }, [frame, shown])
  return (
    <>
      {outputs > 1 && (
        <Choice
          label={text.scoreOf}
          hideLabel
          locale={locale}
          value={String(shown)}
          options={CLASS_LETTERS.slice(0, outputs).map((name, k) => ({
            id: String(k),
            label: fill(text.scoreOfClass, { name }),
          }))}
          onChange={(id) => setChosen(Number(id))}
        />
      )}
      <Surface
        label={text.inSpaceLabel}
        width={width}
        height={Math.round(Math.min(width * 0.7, 360))}
        grid={grid}
        x={{ ...AXIS, symbol: 'x_1' }}
        y={{ ...AXIS, symbol: 'x_2' }}
        z={{ domain: [-limit, limit], name: frame.classes === 0 ? text.prediction : text.score }}
        locale={locale}
        signed
        view={view}
        onView={setView}
      />
    </>
  )
}
