import { fill } from '../../../i18n/fill.ts'
import { useMemo } from 'react'
import { Raster } from '../../../charts/Raster.tsx'
import { Tiles } from '../../../charts/Tiles.tsx'
import { filterOf, mapOf } from '../spec/forward.ts'
import { STAGES } from '../spec/stages.ts'
import { DigitRows } from './DigitRows.tsx'
import { ImageLevel } from './ImageLevel.tsx'
import { paintMap } from './paint.ts'
import { largestOf, NARROW, shapeOf, type Sight } from './sight.ts'

/** All channels of one layer, each with the kernels that make it. A map opens its channel. */
export function LayerLevel({ sight }: { sight: Sight }) {
  const { place, width, height, text, big } = sight
  const { kind, input, output, size } = STAGES[place.layer]
  if (kind === 'image') return <ImageLevel sight={sight} />
  const one = kind === 'conv' && input.channels === 1
  const says = fill(text[one ? 'says-conv-one' : (`says-${kind}` as const)], {
    n: kind === 'dense' ? input.height * input.width * input.channels : input.channels,
    size,
  })
  const gap = width < NARROW ? 10 : 20
  const columns = output.channels > 8 && width >= NARROW ? 6 : 4
  const rows = Math.ceil(output.channels / columns)
  const room = Math.floor((width - (columns - 1) * gap) / columns)
  // Under each map stand its name and, where there are any, its kernels.
  const side =
    height === undefined ? room : Math.min(room, (height - 130) / rows - (kind === 'conv' ? 84 : 34))
  return (
    <>
      <p className="zm-line">
        <span className="zm-shape-word">{shapeOf(place.layer)}.</span> {says}
      </p>
      {output.height === 1 ? (
        <DigitRows sight={sight} />
      ) : (
        <div className="zm-tiles" data-grid={columns} style={{ gap: `${big ? 10 : 16}px ${gap}px` }}>
          {Array.from({ length: output.channels }, (_, channel) => (
            <Channel key={channel} sight={sight} channel={channel} side={side} />
          ))}
        </div>
      )}
    </>
  )
}

function Channel({ sight, channel, side }: { sight: Sight; channel: number; side: number }) {
  const { place, volumes, limit, text, go } = sight
  const cells = volumes[place.layer]
  const paint = useMemo(() => paintMap(cells, channel, limit), [cells, channel, limit])
  return (
    <div className="zm-tile" style={{ width: side }}>
      <span className="zm-shape" aria-hidden="true">
        {fill(text.channel, { n: channel + 1 })}
      </span>
      <div className="zm-stack" style={{ width: side, aspectRatio: 1 }}>
        <Raster paint={paint} pixelated />
        <i style={{ inset: 0 }} />
      </div>
      {STAGES[place.layer].kind === 'conv' && <Kernels sight={sight} channel={channel} side={side} />}
      <button
        type="button"
        className="zm-over"
        aria-label={fill(text.openChannel, { n: channel + 1 })}
        {...(place.channel === channel ? { 'data-here': true } : {})}
        onClick={() => go({ level: 'channel', channel })}
      />
    </div>
  )
}

/** The slices of a filter, one for each channel that it reads. */
function Kernels({ sight, channel, side }: { sight: Sight; channel: number; side: number }) {
  const { place, frame, text } = sight
  const stage = STAGES[place.layer]
  const weights = frame.layers[stage.weights]
  const values = useMemo(() => {
    if (!weights) return []
    const filter = filterOf(stage, weights, channel)
    return Array.from({ length: filter.channels }, (_, slice) => [...mapOf(filter, slice)]).flat()
  }, [stage, weights, channel])
  const { channels } = stage.input
  const columns = Math.min(4, channels)
  return (
    <Tiles
      values={values}
      count={channels}
      height={stage.size}
      width={stage.size}
      limit={largestOf(weights?.kernel ?? [])}
      scale="diverging"
      columns={columns}
      cell={Math.min(9, side / (columns * (stage.size + 1)))}
      label={fill(text.kernelsOf, { n: channel + 1 })}
    />
  )
}
