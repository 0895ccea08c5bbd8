import { fill } from '../../../i18n/fill.ts'
import { Bars } from '../../../charts/Bars.tsx'
import { DigitSource } from '../../../charts/DigitSource.tsx'
import { formatNumber, formatPercent } from '../../../i18n/number.ts'
import type { ViewProps } from '../../../protocol/view.ts'
import type spec from '../spec.ts'
import type { SaliencyFrame } from '../spec/frame.ts'
import { params, TESTED } from '../spec/params.ts'
import { answerOf, type Text } from '../strings/shared.ts'

interface Props extends Pick<ViewProps<typeof spec>, 'values' | 'width' | 'set' | 'locale'> {
  frame: SaliencyFrame | null
  /** Those that the bars show: with the patch on, where a place is pointed at. */
  probabilities: Float32Array | null
  covered: boolean
  text: Text
}

/** A digit of the reader's, or one of the test digits, and what the network takes it for. */
export function Subject(props: Props) {
  const { values, frame, probabilities, covered, width, set, locale, text } = props
  const wide = width >= 520
  const pad = wide ? 208 : 196
  const label = covered ? text.barsCovered : text.bars
  const best = frame ? answerOf(frame.probabilities) : 0
  return (
    <DigitSource
      drawing={values.drawing}
      most={params.drawing.maxLength}
      side={pad}
      locale={locale}
      onDrawing={(drawing) => set({ drawing })}
      example={
        frame && frame.label >= 0
          ? {
              image: frame.image,
              limit: 255,
              caption: fill(text.testDigit, { n: values.digit + 1, digit: frame.label }),
              onNext: () => set({ digit: (values.digit + 1) % TESTED }),
            }
          : undefined
      }
      under={
        frame && (
          <p className="sal-answer">
            {fill(text.answer, { digit: best, share: formatPercent(frame.probabilities[best]) })}
          </p>
        )
      }
    >
      {probabilities && (
        <Bars
          label={label}
          width={wide ? width - pad - 128 - 48 : width}
          height={wide ? 252 : 150}
          direction={wide ? 'rows' : 'columns'}
          bars={Array.from(probabilities, (value, digit) => ({
            id: String(digit),
            name: String(digit),
            value,
          }))}
          value={{ domain: [0, wide ? 1 : 1.25], ticks: [0, 0.5, 1], name: label }}
          format={(value) => formatNumber(Math.round(100 * value) / 100, { digits: 2 })}
        />
      )}
    </DigitSource>
  )
}
