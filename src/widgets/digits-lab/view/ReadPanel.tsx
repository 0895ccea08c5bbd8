import { fill } from '../../../i18n/fill.ts'
import { Bars } from '../../../charts/Bars.tsx'
import { DigitSource } from '../../../charts/DigitSource.tsx'
import { formatNumber } from '../../../i18n/number.ts'
import { imageOf } from '../../../math/drawnDigit.ts'
import type { ViewProps } from '../../../protocol/view.ts'
import type spec from '../spec.ts'
import { params, TESTED } from '../spec/params.ts'
import type { LabFrame } from '../spec/traffic.ts'
import { type Text } from '../strings/shared.ts'

interface Props extends Pick<ViewProps<typeof spec>, 'values' | 'width' | 'set' | 'locale'> {
  frame: LabFrame | null
  /** There is a network here that can be asked; else the frame is one that was recorded, of one digit only. */
  live: boolean
  /** …or one is on its way there. */
  coming: boolean
  onAsk: () => void
  /** Height to fill before an audience; else 0. */
  height: number
  text: Text
}

/** Beside pad and bars: the image that the network sees, as pad.css has it. */
const SEES = { page: 128, presented: 168 }
/** Bars of ten digits need so much. */
const LEAST_BARS = 252
const MOST_BARS = 360

/** A digit of the reader's, or one of the test digits, and how the network reads it. */
export function ReadPanel({ values, frame, width, height, set, locale, text, ...props }: Props) {
  const { live, coming, onAsk } = props
  const wide = width >= 520
  const pad = wide ? 208 : 196
  const own = imageOf(values.drawing) !== undefined
  const bars = wide ? width - pad - SEES[height > 0 ? 'presented' : 'page'] - 48 : width
  // A recorded frame is of a test digit: what is drawn has no answer until there is a frame of it.
  const waiting = own && frame !== null && frame.label >= 0
  const best = frame ? frame.probabilities.indexOf(Math.max(...frame.probabilities)) : -1
  return (
    <DigitSource
      drawing={values.drawing}
      most={params.drawing.maxLength}
      side={pad}
      locale={locale}
      onDrawing={(drawing) => {
        set({ drawing })
        onAsk()
      }}
      example={
        frame
          ? {
              image: frame.image,
              limit: 255,
              caption: fill(text.testDigit, { n: values.digit + 1, digit: frame.label }),
              ...(live ? { onNext: () => set({ digit: (values.digit + 1) % TESTED }) } : {}),
            }
          : undefined
      }
      under={
        own && !waiting && best >= 0 && <p className="lab-answer">{fill(text.answer, { digit: best })}</p>
      }
    >
      {waiting && (
        <p className="lab-first" style={{ width: bars }} role="status">
          {coming ? text.moment : text.firstPlay}
        </p>
      )}
      {!waiting && frame && frame.probabilities.length > 0 && (
        <Bars
          label={text.probabilities}
          width={bars}
          height={Math.min(MOST_BARS, Math.max(LEAST_BARS, height))}
          bars={Array.from(frame.probabilities, (value, digit) => ({
            id: String(digit),
            name: String(digit),
            value,
          }))}
          value={{ domain: [0, 1], ticks: [0, 0.5, 1], name: text.probabilities }}
          format={(value) => formatNumber(Math.round(100 * value) / 100, { digits: 2 })}
        />
      )}
    </DigitSource>
  )
}
