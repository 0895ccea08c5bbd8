import { useContext, useMemo, useState } from 'react'
import { CellMap, type CellFrame, type CellPlace } from '../../charts/CellMap.tsx'
import { Key } from '../../charts/Key.tsx'
import { numberClass } from '../../charts/numberClass.ts'
import { paintGrid, type Paint } from '../../charts/pixels.ts'
import { FigureScale } from '../../charts/scale.ts'
import { formatNumber } from '../../i18n/number.ts'
import type { Cells } from '../../math/convolution.ts'
import { poolWindow } from '../../math/pooling.ts'
import type { ViewProps } from '../../protocol/view.ts'
import './view/pooling.css'
import type spec from './spec.ts'
import { compute } from './spec/computed.ts'
import strings from './strings.ts'

/** Side of a cell, in px, that holds “−2.6”; before an audience, in its large type. */
const ROOM_FOR_NUMBERS = 26
const ROOM_FOR_LARGE = 46

const short = (value: number): string => formatNumber(value, { digits: 2, trim: true })
const percent = (share: number): string => `${formatNumber(share * 100, { digits: 0 })}%`

const paintMap = ({ height, width, values }: Cells, limit: number): Paint =>
  paintGrid({ columns: width, rows: height, values }, 'diverging', (value) => value / limit)

/** Above a map and its two poolings; below the same of the picture pushed to the right. */
export default function View({ values, width, height, locale, set }: ViewProps<typeof spec>) {
  const { big } = useContext(FigureScale)
  const { text } = strings[locale]
  const computed = useMemo(() => compute(values), [values])
  const [hovered, setHovered] = useState<CellPlace | null>(null)
  const { map, shifted, pooled, limit } = computed
  const [first] = pooled
  const inMap = hovered && hovered.row < first.before.height && hovered.column < first.before.width
  const { row, column } = inMap ? hovered : computed
  const gap = width < 480 ? 10 : 24
  const across = Math.floor((width - 2 * gap) / 3)
  const side = Math.min(across, height === undefined ? Infinity : (height - 190) / 2)
  const cell = Math.max(4, Math.floor(side / map.width))
  // All maps stand equally large.
  const tile = (cell * map.width) / first.before.width
  const seen = poolWindow(map, values.window, values.stride, 'valid', row, column)
  const window: CellFrame = {
    row: seen.top,
    column: seen.left,
    rows: seen.bottom - seen.top,
    columns: seen.right - seen.left,
    kind: 'window',
  }
  const choose = (place: CellPlace): void => set({ row: place.row, column: place.column })
  const paints = useMemo(
    () => ({
      maps: [map, shifted].map((cells) => paintMap(cells, limit)),
      pooled: pooled.map(({ before, after }) => [before, after].map((cells) => paintMap(cells, limit))),
    }),
    [map, shifted, pooled, limit],
  )
  const line = (after: boolean) => {
    const cells = after ? shifted : map
    return (
      <div className="pl-row" style={{ gap }} key={String(after)}>
        <div style={{ width: across }}>
          <p className="pl-title">{after ? text.shifted.replace('{n}', String(values.shift)) : text.map}</p>
          <CellMap
            label={after ? text.shiftedLabel : text.mapLabel}
            rows={cells.height}
            columns={cells.width}
            cell={cell}
            paint={paints.maps[after ? 1 : 0]}
            frames={[window]}
          />
          {after && <p className="pl-note">{text.changed.replace('{n}', percent(computed.change))}</p>}
        </div>
        {pooled.map(({ kind, before, after: moved, same, change }, k) => {
          const shown = after ? moved : before
          const value = shown.values[row * shown.width + column]
          return (
            <div key={kind} style={{ width: across }}>
              <p className="pl-title">{text[kind]}</p>
              <CellMap
                label={text[`${kind}Label`]}
                spoken={text.at
                  .replace('{row}', String(row + 1))
                  .replace('{column}', String(column + 1))
                  .replace('{value}', short(value))}
                rows={shown.height}
                columns={shown.width}
                cell={tile}
                paint={paints.pooled[k][after ? 1 : 0]}
                numbers={(r, c) => {
                  const number = shown.values[r * shown.width + c]
                  return {
                    text:
                      tile < (big ? ROOM_FOR_LARGE : ROOM_FOR_NUMBERS)
                        ? ''
                        : formatNumber(number, { digits: 1, trim: true }),
                    className: numberClass(number, [-limit, limit], 'diverging'),
                  }
                }}
                frames={[{ row, column, rows: 1, columns: 1, kind: 'window' }]}
                at={{ row, column }}
                onMove={choose}
                onPress={choose}
                onHover={setHovered}
              >
                {after && <Same same={same} columns={shown.width} tile={tile} />}
              </CellMap>
              {after && <p className="pl-note">{text.changed.replace('{n}', percent(change))}</p>}
            </div>
          )
        })}
      </div>
    )
  }
  return (
    <div className={big ? 'pl big' : 'pl'}>
      {line(false)}
      {line(true)}
      <div className="pl-keys">
        <Key
          items={[
            { id: 'scale', name: '', mark: { ramp: 'diverging', low: short(-limit), high: short(limit) } },
          ]}
        />
        <p className={big ? 'key big' : 'key'}>
          <span>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <rect x={1} y={1} width={12} height={12} fill="none" stroke="var(--ink)" strokeWidth={1.5} />
            </svg>
            {text.same}
          </span>
        </p>
      </div>
    </div>
  )
}

/** A frame in each cell that the push has left as it was. */
function Same({ same, columns, tile }: { same: readonly boolean[]; columns: number; tile: number }) {
  return (
    <g aria-hidden="true" pointerEvents="none">
      {same.map((kept, i) =>
        kept ? (
          <rect
            key={i}
            x={(i % columns) * tile + 2}
            y={Math.floor(i / columns) * tile + 2}
            width={tile - 4}
            height={tile - 4}
            fill="none"
            stroke="var(--ink)"
            strokeWidth={1.25}
          />
        ) : null,
      )}
    </g>
  )
}
