import { fill } from '../../../i18n/fill.ts'
import { Tiles } from '../../../charts/Tiles.tsx'
import type { Architecture } from '../../../math/architecture.ts'
import type { Taker } from '../../../protocol/view.ts'
import type { LabLayer } from '../spec/params.ts'
import type { LabFrame, LayerMaps } from '../spec/traffic.ts'
import { type Text } from '../strings/shared.ts'
import { FilterShelf } from './FilterShelf.tsx'
import { shapeOf } from './layers.ts'

interface Props {
  frame: LabFrame
  plan: Architecture
  layers: readonly LabLayer[]
  width: number
  taker: Taker | undefined
  text: Text
}

/** The filters that look at the image, and what each layer makes of it. */
export function Inside({ frame, plan, layers, width, taker, text }: Props) {
  const { filters, maps } = frame
  // A dense layer has weights for the whole image; a filter is as large as its convolution's window.
  const filtered = layers.find(({ kind, size }) => kind === 'conv' && size === filters?.side)
  return (
    <div className="lab-inside">
      {filters && (
        <figure>
          <figcaption>{text.filtersOf}</figcaption>
          {filtered ? (
            <FilterShelf filters={filters} layer={filtered} image={frame.image} taker={taker} text={text} />
          ) : (
            <Tiles
              values={filters.values}
              count={filters.count}
              height={filters.side}
              width={filters.side}
              limit={filters.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)}
              scale="diverging"
              {...fit(filters.side, filters.count, width, 60)}
              label={fill(text.filtersLabel, { n: filters.count })}
            />
          )}
        </figure>
      )}
      {maps.map((map, index) => {
        const output = plan.layers[index]?.output
        const kind = layers[index]?.kind
        return output ? (
          <figure key={index}>
            <figcaption>
              {fill(text.mapsOf, {
                name: kind ? text[`kind-${kind}`] : text.output,
                shape: shapeOf(output),
              })}
              {map.shown < map.channels && (
                <span className="quiet"> {fill(text.shownOf, { n: map.shown, all: map.channels })}</span>
              )}
            </figcaption>
            <Maps map={map} width={width} label={fill(text.mapsLabel, { n: index + 1 })} />
          </figure>
        ) : null
      })}
    </div>
  )
}

function Maps({ map, width, label }: { map: LayerMaps; width: number; label: string }) {
  const { height, width: columns, shown, values } = map
  return (
    <Tiles
      values={values}
      count={shown}
      height={height}
      width={columns}
      limit={127}
      zero={128}
      scale="diverging"
      {...fit(columns, shown, width, columns > 1 ? 56 : 16)}
      label={label}
    />
  )
}

/** So many images in a row, and pixels for each of their cells, that a row fits. */
function fit(side: number, count: number, width: number, wanted: number): { columns: number; cell: number } {
  const cell = Math.max(1, Math.round(wanted / side))
  const columns = Math.max(1, Math.min(count, Math.floor((width + cell) / ((side + 1) * cell))))
  return { columns, cell }
}
