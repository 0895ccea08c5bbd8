import { useMemo, useState } from 'react'
import { ImageSheet } from '../../charts/ImageSheet.tsx'
import { formatNumber } from '../../i18n/number.ts'
import { fromBytes } from '../../math/image.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { DIGITS, PIXELS, SHEET, SIDE, type Trace, type ViewerValues } from './spec.ts'
import strings from './strings.ts'
import { Pages } from './view/Pages.tsx'
import './view/strokes.css'
import { Traced } from './view/Traced.tsx'

const GAP = 24

/** An image that the reader has asked about. It stays until its sheet or its settings are gone. */
interface Asked {
  readonly nth: number
  readonly trace: Trace
  readonly values: ViewerValues
}

/** A sheet of digits, one of them large with the way of the pen, and the mean of each digit so far. */
export default function View({
  values,
  members,
  width,
  height,
  presenting,
  locale,
  ask,
}: ViewProps<typeof spec>) {
  const { text } = strings[locale]
  const frame = members[0]?.frame ?? null
  const [asked, setAsked] = useState<Asked | null>(null)
  const images = useMemo(() => imagesOf(frame?.sheet, SHEET), [frame?.sheet])
  const means = useMemo(() => imagesOf(frame?.means, DIGITS), [frame?.means])
  const wide = width >= 520
  const from = frame?.from ?? 0
  const own = asked && asked.values === values && asked.nth >= from && asked.nth < from + SHEET ? asked : null
  const chosen = own ? own.nth - from : 0
  const trace = own?.trace ?? frame?.first
  // Before an audience the means are left out, and sheet and path stand side by side.
  const apart = wide && presenting
  const sheetWidth = apart
    ? Math.round(Math.min((width - GAP) * 0.64, ((height ?? Infinity) * 8) / 5))
    : width
  const rest = apart ? width - GAP - sheetWidth : Math.round((width - GAP) / 2)
  const size = wide ? Math.min(rest, height ?? Infinity) : Math.min(width, 260)

  const choose = (place: number): void => {
    const nth = from + place
    void ask({ nth }).then((answer) => setAsked({ nth, trace: answer, values }))
  }
  return (
    <div className={presenting ? 'strokes presented' : 'strokes'}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: GAP }}>
        <Pages
          images={images}
          labels={frame?.labels ?? new Uint8Array(SHEET)}
          from={from}
          columns={wide && !apart ? 10 : 8}
          width={sheetWidth}
          chosen={chosen}
          onChoose={choose}
          text={text}
        />
        {trace && (
          <figure style={{ width: size }}>
            <Traced
              image={images[chosen] ?? new Float32Array(PIXELS)}
              trace={trace}
              size={size}
              label={text.tracedLabel.replace('{digit}', String(trace.digit))}
            />
            <figcaption>
              {text.traced
                .replace('{digit}', String(trace.digit))
                .replace('{style}', String(trace.style + 1))}
            </figcaption>
          </figure>
        )}
        {!presenting && (
          <div style={{ width: wide ? rest : width }}>
            <ImageSheet
              images={means}
              side={SIDE}
              columns={DIGITS / 2}
              width={wide ? rest : width}
              label={text.meansLabel}
            />
            <p>{text.means.replace('{count}', formatNumber(from + SHEET))}</p>
          </div>
        )}
      </div>
    </div>
  )
}

/** Bytes as images of 0 … 1; empty paper before there are any. */
function imagesOf(bytes: Uint8Array | undefined, count: number): Float32Array[] {
  return Array.from({ length: count }, (_, i) =>
    bytes ? fromBytes(bytes.subarray(i * PIXELS, (i + 1) * PIXELS)) : new Float32Array(PIXELS),
  )
}
