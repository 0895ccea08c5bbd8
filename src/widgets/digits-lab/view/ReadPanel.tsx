import { useState } from 'react'
import { Bars } from '../../../charts/Bars.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import { formatDrawing, formatPicture, imageOf, inkDrawing, parseDrawing } from '../../../math/drawnDigit.ts'
import { stretchInk, toDigit, type InkImage } from '../../../math/readerImage.ts'
import type { ViewProps } from '../../../protocol/view.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { PictureSource } from '../../../ui/picture/PictureSource.tsx'
import type spec from '../spec.ts'
import { params, SIDE, TESTED } from '../spec/params.ts'
import { fill, type Text } from '../strings/shared.ts'
import { Pad } from './Pad.tsx'
import { Tiles } from './Tiles.tsx'

type Props = Pick<ViewProps<typeof spec>, 'values' | 'members' | 'width' | 'set' | 'locale'> & { text: Text }

/** A digit of the reader's, or one of the test digits: as it is drawn, as the network sees it, and as it reads it. */
export function ReadPanel({ values, members, width, set, locale, text }: Props) {
  const frame = members[0]?.frame
  const wide = width >= 520
  const strokes = parseDrawing(values.drawing)
  const pad = wide ? 208 : 196
  const picture = strokes.length > 0 ? undefined : imageOf(values.drawing)
  const own = strokes.length > 0 || picture !== undefined
  const [empty, setEmpty] = useState(false)
  const take = (ink: InkImage): void => {
    const stretched = stretchInk(ink)
    const digit = stretched && toDigit(stretched)
    setEmpty(!digit)
    if (digit) set({ drawing: formatPicture(digit) })
  }
  const bars = wide ? width - pad - 128 - 48 : width
  const best = frame ? frame.probabilities.indexOf(Math.max(...frame.probabilities)) : -1
  return (
    <div className="lab-read">
      <Pad
        strokes={strokes}
        side={pad}
        text={text}
        filled={own}
        most={params.drawing.maxLength}
        onChange={(next) => set({ drawing: formatDrawing(next) })}
      >
        {(all) => {
          const image = inkDrawing(all) ?? picture ?? frame?.image
          return (
            <figure className="lab-sees">
              <figcaption>{text.sees}</figcaption>
              {image && (
                <Tiles
                  values={image}
                  count={1}
                  height={SIDE}
                  width={SIDE}
                  limit={image instanceof Float32Array ? 1 : 255}
                  scale="ink"
                  columns={1}
                  cell={4}
                  label={text.seesLabel}
                />
              )}
              {!own && frame && (
                <div className="lab-which">
                  <span>{fill(text.testDigit, { n: values.digit + 1, digit: frame.label })}</span>
                  <button
                    type="button"
                    className="btn"
                    onClick={() => set({ digit: (values.digit + 1) % TESTED })}
                  >
                    {text.next}
                  </button>
                </div>
              )}
              {own && best >= 0 && <p className="lab-answer">{fill(text.answer, { digit: best })}</p>}
            </figure>
          )
        }}
      </Pad>
      {frame && frame.probabilities.length > 0 && (
        <Bars
          label={text.probabilities}
          width={bars}
          height={252}
          bars={Array.from(frame.probabilities, (value, digit) => ({
            id: String(digit),
            name: String(digit),
            value,
          }))}
          value={{ domain: [0, 1], ticks: [0, 0.5, 1], name: text.probabilities }}
          format={(value) => formatNumber(Math.round(100 * value) / 100, { digits: 2 })}
        />
      )}
      <div className="lab-picture">
        <Disclosure title={text.picture}>
          <PictureSource locale={locale} writing onPicture={(_, ink) => take(ink)} />
          {empty && (
            <p className="warn" role="alert">
              {text.noInk}
            </p>
          )}
        </Disclosure>
      </div>
    </div>
  )
}
