import { fill } from '../../../i18n/fill.ts'
import { useMemo } from 'react'
import { Raster } from '../../../charts/Raster.tsx'
import { Key } from '../../../charts/Key.tsx'
import { formatNumber, formatPercent } from '../../../i18n/number.ts'
import { ANSWER, STAGES } from '../spec/stages.ts'
import { Answer } from './Answer.tsx'
import { Examples } from './Examples.tsx'
import { INK, paintMap, paintStack, type Stack } from './paint.ts'
import { NARROW, shapeOf, type Sight } from './sight.ts'

/** Between two maps. */
const GAP = 5
/** Pixels of the picture for one map: the whole cells of the large ones. */
const FINE = 72

/** The whole network: image, maps of every layer, answer. A column opens its layer. */
export function NetworkLevel({ sight }: { sight: Sight }) {
  const { width, height, big, volumes, limit, text, step, answer, go } = sight
  const narrow = width < NARROW
  // All columns are equally high, however many maps they hold; on a phone maps stand in pairs.
  const tall = narrow ? 220 : height === undefined ? 352 : Math.max(220, height - 190)
  const odds = volumes[ANSWER].values
  const maps = STAGES.flatMap(({ output }, layer) => (layer > 0 && output.height > 1 ? [layer] : []))
  return (
    <>
      <div
        className={narrow ? 'zm-network narrow' : 'zm-network'}
        data-grid={STAGES.length}
        role="group"
        aria-label={text.stages}
      >
        <ImageColumn sight={sight} side={narrow ? 72 : big ? 76 : 84} />
        {maps.map((layer) => (
          <Column
            key={layer}
            sight={sight}
            layer={layer}
            tile={narrow ? 24 : Math.floor((tall + GAP) / volumes[layer].channels) - GAP}
            across={narrow ? 2 : 1}
          />
        ))}
        <Answer sight={sight} tall={tall} />
      </div>
      <p className="zm-line">
        {step === 0 ? (
          <b>{text.untrained}</b>
        ) : (
          fill(text.reads, { digit: answer, share: formatPercent(odds[answer]) })
        )}
      </p>
      <Examples sight={sight} onDraw={() => go({ level: 'layer', layer: 0 })} />
      {!big && (
        <Key
          items={[
            {
              id: 'scale',
              name: `\u2002${text.scale}`,
              mark: { ramp: 'diverging', low: `≤ ${formatNumber(-limit)}`, high: `≥ ${formatNumber(limit)}` },
            },
          ]}
        />
      )}
    </>
  )
}

function ImageColumn({ sight, side }: { sight: Sight; side: number }) {
  const { volumes, text, place, go } = sight
  const [image] = volumes
  const paint = useMemo(() => paintMap(image, 0, INK), [image])
  return (
    <div className="zm-column zm-image">
      <span className="zm-name" aria-hidden="true">
        {text['short-image']}
      </span>
      <div className="zm-stack" style={{ width: side, aspectRatio: 1 }}>
        <Raster paint={paint} pixelated />
        <i style={{ inset: 0 }} />
      </div>
      <button
        type="button"
        className="zm-over"
        aria-label={text.openImage}
        {...(place.layer === 0 ? { 'data-here': true } : {})}
        onClick={() => go({ level: 'layer', layer: 0 })}
      />
    </div>
  )
}

interface ColumnProps {
  sight: Sight
  layer: number
  tile: number
  across: number
}

function Column({ sight, layer, tile, across }: ColumnProps) {
  const { volumes, limit, text, place, big, go } = sight
  const cells = volumes[layer]
  const stack = useMemo(
    (): Stack => ({ across, tile: FINE, gap: Math.round((GAP * FINE) / tile) }),
    [across, tile],
  )
  const paint = useMemo(() => paintStack(cells, limit, stack), [cells, limit, stack])
  const { kind } = STAGES[layer]
  const down = Math.ceil(cells.channels / across)
  const [wide, tall] = [across, down].map((n) => n * (stack.tile + stack.gap) - stack.gap)
  const share = (n: number, whole: number): string => `${((100 * n) / whole).toFixed(2)}%`
  return (
    <div className="zm-column">
      <span className="zm-name" aria-hidden="true">
        {text[`short-${kind}`]}
      </span>
      {!big && (
        <span className="zm-shape" aria-hidden="true">
          {shapeOf(layer, '')}
        </span>
      )}
      <div
        className="zm-stack"
        style={{ width: across * (tile + GAP) - GAP, aspectRatio: `${wide} / ${tall}` }}
      >
        <Raster paint={paint} />
        {Array.from({ length: cells.channels }, (_, channel) => (
          <i
            key={channel}
            style={{
              left: share((channel % across) * (stack.tile + stack.gap), wide ?? 1),
              top: share(Math.floor(channel / across) * (stack.tile + stack.gap), tall ?? 1),
              width: share(stack.tile, wide ?? 1),
              height: share(stack.tile, tall ?? 1),
            }}
          />
        ))}
      </div>
      <button
        type="button"
        className="zm-over"
        aria-label={fill(text.open, { n: layer, name: text[`kind-${kind}`], shape: shapeOf(layer) })}
        {...(place.layer === layer ? { 'data-here': true } : {})}
        onClick={() => go({ level: 'layer', layer })}
      />
    </div>
  )
}
