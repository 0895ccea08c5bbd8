import { useState, type ReactNode } from 'react'
import { formatDrawing, formatPicture, imageOf, inkDrawing, parseDrawing } from '../math/drawnDigit.ts'
import { stretchInk, toDigit, type InkImage } from '../math/readerImage.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Pad } from '../ui/pad/Pad.tsx'
import { padStrings } from '../ui/pad/padStrings.ts'
import { PictureSource } from '../ui/picture/PictureSource.tsx'
import type { UiLocale } from '../ui/strings.ts'
import { Tiles } from './Tiles.tsx'

/** The image that stands in while the reader has drawn nothing. */
export interface DigitExample {
  /** [784], `limit` for full ink. */
  readonly image: ArrayLike<number>
  readonly limit: number
  readonly caption: string
  /** Absent while there is no other to be had. */
  readonly onNext?: () => void
}

interface Props {
  /** What the reader drew, or the picture given, as `math/drawnDigit` writes it; empty for nothing. */
  drawing: string
  /** Longest text that a drawing may have. */
  most: number
  /** Side of the pad, in pixels. */
  side: number
  example: DigitExample | null | undefined
  locale: UiLocale
  onDrawing: (drawing: string) => void
  /** Stands under the image that the network sees. */
  under?: ReactNode
  /** Stands beside pad and image. */
  children?: ReactNode
}

/** Pixels of the image that the network reads, and of the page for each. */
const SIDE = 28
const CELL = 4

/** A digit of the reader's, by pen, file or camera, or an example: as it is drawn, and as a network sees it. */
export function DigitSource(props: Props) {
  const { drawing, most, side, example, locale, onDrawing, under, children } = props
  const text = padStrings[locale]
  const [empty, setEmpty] = useState(false)
  const strokes = parseDrawing(drawing)
  const picture = strokes.length > 0 ? undefined : imageOf(drawing)
  const own = strokes.length > 0 || picture !== undefined
  const take = (ink: InkImage): void => {
    const stretched = stretchInk(ink)
    const digit = stretched && toDigit(stretched)
    setEmpty(!digit)
    if (digit) onDrawing(formatPicture(digit))
  }
  return (
    <div className="digit-source">
      <Pad
        strokes={strokes}
        side={side}
        locale={locale}
        filled={own}
        most={most}
        onChange={(next) => onDrawing(formatDrawing(next))}
      >
        {(all) => {
          const drawn = inkDrawing(all) ?? picture
          const image = drawn ?? example?.image
          return (
            <figure className="pad-sees">
              <figcaption>{text.sees}</figcaption>
              {image && (
                <Tiles
                  values={image}
                  count={1}
                  height={SIDE}
                  width={SIDE}
                  limit={drawn ? 1 : (example?.limit ?? 1)}
                  scale="ink"
                  columns={1}
                  cell={CELL}
                  label={text.seesLabel}
                />
              )}
              {!own && example && (
                <div className="pad-which">
                  <span>{example.caption}</span>
                  {example.onNext && (
                    <button type="button" className="btn" onClick={example.onNext}>
                      {text.next}
                    </button>
                  )}
                </div>
              )}
              {under}
            </figure>
          )
        }}
      </Pad>
      {children}
      <div className="pad-picture">
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
