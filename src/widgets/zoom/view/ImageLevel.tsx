import { fill } from '../../../i18n/fill.ts'
import { Bars } from '../../../charts/Bars.tsx'
import { DigitSource } from '../../../charts/DigitSource.tsx'
import { formatNumber, formatPercent } from '../../../i18n/number.ts'
import { imageOf } from '../../../math/drawnDigit.ts'
import { params } from '../spec/params.ts'
import { ANSWER, DIGITS } from '../spec/stages.ts'
import { NARROW, type Sight } from './sight.ts'

/** Beside pad and bars: the image that the network sees, as pad.css has it. */
const SEES = { page: 128, presented: 168 }

/** Where the image comes from: the reader's pen, a picture, or one of ten digits; and what the network makes of it. */
export function ImageLevel({ sight }: { sight: Sight }) {
  const { volumes, values, width, big, text, locale, step, answer, set } = sight
  const wide = width >= NARROW
  const pad = wide ? 208 : 196
  const own = imageOf(values.drawing) !== undefined
  const odds = volumes[ANSWER].values
  return (
    <DigitSource
      drawing={values.drawing}
      most={params.drawing.maxLength}
      side={pad}
      locale={locale}
      onDrawing={(drawing) => set({ drawing })}
      example={{
        image: volumes[0].values,
        limit: 1,
        caption: fill(text.exampleOf, { digit: values.digit }),
        onNext: () => set({ digit: (values.digit + 1) % DIGITS }),
      }}
      under={
        own && (
          <p className="zm-reads">
            {step === 0
              ? text.untrained
              : fill(text.reads, { digit: answer, share: formatPercent(odds[answer]) })}
          </p>
        )
      }
    >
      <Bars
        label={text.probabilities}
        width={wide ? width - pad - (big ? SEES.presented : SEES.page) - 48 : width}
        height={big ? 330 : 252}
        bars={Array.from(odds, (value, digit) => ({ id: String(digit), name: String(digit), value }))}
        value={{ domain: [0, 1], ticks: [0, 0.5, 1], name: text.probabilities }}
        format={(value) => formatNumber(Math.round(100 * value) / 100, { digits: 2 })}
      />
    </DigitSource>
  )
}
