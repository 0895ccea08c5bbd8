import { fill } from '../../../i18n/fill.ts'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { CellMap, fitNumber, type CellPlace } from '../../../charts/CellMap.tsx'
import { numberClass } from '../../../charts/numberClass.ts'
import { metricsOf } from '../../../charts/scale.ts'
import { valueAt } from '../spec/forward.ts'
import { STAGES } from '../spec/stages.ts'
import { decimals } from '../strings/shared.ts'
import { Inputs } from './Inputs.tsx'
import { paintMap } from './paint.ts'
import { NARROW, type Sight } from './sight.ts'

/** A number wants so much room. */
const NUMBERS_FROM = 28
const GAP = 24

/** One map, a unit of which is chosen by hand, and what that unit sees of the layer before. */
export function ChannelLevel({ sight }: { sight: Sight }) {
  const { place, width, height, text, volumes, big, go } = sight
  const [hovered, setHovered] = useState<CellPlace | null>(null)
  const cells = volumes[place.layer]
  const inMap = hovered && hovered.row < cells.height && hovered.column < cells.width ? hovered : place
  const { row, column } = inMap
  const flat = STAGES[place.layer].output.height === 1
  const beside = width >= NARROW
  const room = beside && !flat ? Math.floor((width - GAP) / 2) : width
  const tall = height === undefined ? Infinity : height - (big ? 150 : 110)
  const value = valueAt(cells, row, column, place.channel)
  return (
    <>
      <div className={beside ? 'zm-sides' : 'zm-sides narrow'} style={{ gap: `16px ${GAP}px` }}>
        <Inputs sight={sight} row={row} column={column} room={room} tall={tall} />
        {!flat && (
          <Output sight={sight} at={{ row, column }} room={Math.min(room, tall)} onHover={setHovered} />
        )}
      </div>
      <p className="zm-line zm-made">
        <span>
          {flat
            ? fill(text.madeDigit, { n: place.channel, value: decimals(value, 3) })
            : fill(text.made, { row: row + 1, column: column + 1, value: decimals(value, 3) })}
        </span>
        <button
          type="button"
          className="btn"
          {...(flat ? { 'data-here': true } : {})}
          onClick={() => go({ level: 'sum', row, column })}
        >
          {text.numbers}
        </button>
      </p>
    </>
  )
}

interface OutputProps {
  sight: Sight
  at: CellPlace
  room: number
  onHover: (place: CellPlace | null) => void
}

/** A press chooses a unit; another on the same one, or Enter, opens its numbers. */
function Output({ sight, at, room, onHover }: OutputProps) {
  const { place, volumes, limit, text, big, go } = sight
  const cells = volumes[place.layer]
  const { height, width } = cells
  const paint = useMemo(() => paintMap(cells, place.channel, limit), [cells, place.channel, limit])
  // A quick hand presses before the unit that it points at has been drawn as chosen.
  const pointed = useRef<CellPlace | null>(null)
  const again = useRef<CellPlace | null>(null)
  const point = (to: CellPlace | null): void => {
    pointed.current = to
    onHover(to)
  }
  const cell = Math.max(4, Math.floor(room / width))
  const { tick } = metricsOf(big)
  const numbers = (row: number, column: number) => {
    const value = valueAt(cells, row, column, place.channel)
    return {
      text: fitNumber(value, cell - 2, tick, decimals),
      className: numberClass(value, [-limit, limit], 'diverging'),
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    go({ level: 'sum', row: at.row, column: at.column })
  }
  return (
    <div className="zm-output">
      <p className="zm-title">{fill(text.output, { n: place.channel + 1, height, width })}</p>
      <div
        onKeyDownCapture={onKeyDown}
        onClick={() => again.current && go({ level: 'sum', ...again.current })}
      >
        <CellMap
          label={fill(text.outputLabel, { n: place.channel + 1 })}
          spoken={fill(text.outputAt, {
            row: at.row + 1,
            column: at.column + 1,
            value: decimals(valueAt(cells, at.row, at.column, place.channel), 3),
          })}
          rows={height}
          columns={width}
          cell={cell}
          paint={paint}
          {...(cell >= (big ? 46 : NUMBERS_FROM) ? { numbers } : {})}
          frames={[{ ...at, rows: 1, columns: 1, kind: 'window' }]}
          at={at}
          onHover={point}
          onMove={(to) => {
            point(null)
            go(to)
          }}
          onPress={(to, first) => {
            const shown = pointed.current ?? at
            again.current = first && to.row === shown.row && to.column === shown.column ? to : null
            if (!again.current) go(to)
          }}
        />
      </div>
    </div>
  )
}
