import { fill } from '../../../i18n/fill.ts'
import { useMemo } from 'react'
import { CellMap } from '../../../charts/CellMap.tsx'
import { Raster } from '../../../charts/Raster.tsx'
import { filterOf, valueAt } from '../spec/forward.ts'
import { clampPlace } from '../spec/place.ts'
import { STAGES } from '../spec/stages.ts'
import { dotProduct } from '../spec/sums.ts'
import { decimals } from '../strings/shared.ts'
import { INK, paintMap } from './paint.ts'
import { largestOf, NARROW, type Sight } from './sight.ts'

interface Props {
  sight: Sight
  row: number
  column: number
  room: number
  tall: number
}

/** The maps that a unit reads, its window on each, and for sums the kernel of each and what its products come to. */
export function Inputs({ sight, row, column, room, tall }: Props) {
  const { place, volumes, text, frame, big } = sight
  const stage = STAGES[place.layer]
  const learned = stage.weights >= 0
  const count = learned ? stage.input.channels : 1
  const at = clampPlace({ ...place, row, column })
  const sums = learned ? dotProduct(frame, volumes, at) : null
  const gap = 12
  const columns = count === 1 ? 1 : count > 8 && room >= NARROW ? 6 : 4
  const side =
    count === 1
      ? Math.min(room, tall)
      : Math.min((room - (columns - 1) * gap) / columns, tall / 2 - (big ? 70 : 56))
  // Beside one image there is room for a kernel; on a phone the map below it is the one to point at.
  const share = count > 1 ? 1 : (learned ? (big ? 0.62 : 0.72) : 1) * (sight.width < NARROW ? 0.55 : 1)
  const cell = Math.max(2, Math.floor((2 * share * side) / stage.input.height) / 2)
  return (
    <div className="zm-inputs" style={{ width: room }}>
      <p className="zm-title">{learned && !big ? text.weighed : text.inputs}</p>
      <div
        className="zm-slices"
        style={{ gridTemplateColumns: `repeat(${columns}, max-content)`, gap: `10px ${gap}px` }}
      >
        {Array.from({ length: count }, (_, i) => {
          const channel = learned ? i : place.channel
          return (
            <div key={channel}>
              <Window sight={sight} channel={channel} row={row} column={column} cell={cell} />
              {learned && (
                <p className="zm-slice">
                  <Kernel sight={sight} channel={channel} side={count === 1 ? 80 : 24} />
                  {(!big || count === 1) && <span>{decimals(sums?.slices[channel]?.sum ?? 0)}</span>}
                </p>
              )}
            </div>
          )
        })}
      </div>
      {sums && (
        <p className="zm-line">
          {text.bias} {decimals(sums.bias, 3)}
        </p>
      )}
    </div>
  )
}

/** A map of the layer before, and the window on it. */
interface WindowProps {
  sight: Sight
  channel: number
  row: number
  column: number
  cell: number
}

export function Window({ sight, channel, row, column, cell }: WindowProps) {
  const { place, volumes, limit, text } = sight
  const from = volumes[place.layer - 1]
  const { size, stride } = STAGES[place.layer]
  const ink = place.layer === 1 ? INK : limit
  const paint = useMemo(() => paintMap(from, channel, ink), [from, channel, ink])
  return (
    <CellMap
      label={fill(text.inputOf, { n: channel + 1 })}
      rows={from.height}
      columns={from.width}
      cell={cell}
      paint={paint}
      frames={[{ row: row * stride, column: column * stride, rows: size, columns: size, kind: 'window' }]}
    />
  )
}

/** One slice of the filter, its colours on the scale of its layer's weights. */
export function Kernel({ sight, channel, side }: { sight: Sight; channel: number; side: number }) {
  const { place, frame } = sight
  const stage = STAGES[place.layer]
  const weights = frame.layers[stage.weights]
  const paint = useMemo(
    () => weights && paintMap(filterOf(stage, weights, place.channel), channel, largestOf(weights.kernel)),
    [stage, weights, place.channel, channel],
  )
  return (
    <span className="zm-kernel" style={{ width: side, height: side }}>
      {paint && <Raster paint={paint} pixelated />}
    </span>
  )
}

/** What the window sees of one channel, as colours. */
export function Patch({ sight, channel, side }: { sight: Sight; channel: number; side: number }) {
  const { place, volumes, limit } = sight
  const { size, stride } = STAGES[place.layer]
  const from = volumes[place.layer - 1]
  const [top, left] = [place.row * stride, place.column * stride]
  const paint = useMemo(() => {
    const at = (i: number) => valueAt(from, top + Math.floor(i / size), left + (i % size), channel)
    const values = Float64Array.from({ length: size * size }, (_, i) => at(i))
    return paintMap({ height: size, width: size, channels: 1, values }, 0, limit)
  }, [from, size, top, left, channel, limit])
  return (
    <span className="zm-kernel" style={{ width: side, height: side }}>
      <Raster paint={paint} pixelated />
    </span>
  )
}
