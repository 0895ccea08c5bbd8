import { fill } from '../../../i18n/fill.ts'
import { formatPercent } from '../../../i18n/number.ts'
import { useContext } from 'react'
import { LineChart } from '../../../charts/LineChart.tsx'
import { LineSample } from '../../../charts/Key.tsx'
import { FigureScale } from '../../../charts/scale.ts'
import type { Locale } from '../../../protocol/view.ts'
import type { Fading } from '../spec/frame.ts'
import { ERASURES } from '../spec/params.ts'
import { signed, two, type Text } from '../strings/shared.ts'

interface Props {
  fading: Fading
  /** What is explained: a logit, or a difference. */
  name: string
  width: number
  height: number
  locale: Locale
  text: Text
}

const SHARES = Array.from({ length: ERASURES + 1 }, (_, step) => step / ERASURES)

/** The logit on the way from paper to the image, and the straight line that gradient × input adds up to. */
export function AddingUp({ fading: { scores, sum }, name, width, height, locale, text }: Props) {
  const { big } = useContext(FigureScale)
  const [blank, score] = [scores[0] ?? 0, scores[ERASURES] ?? 0]
  return (
    <>
      <LineChart
        label={fill(text.fadeLabel, { name })}
        width={width}
        height={height}
        lines={[
          { id: 'curve', name: text.fadeCurve, role: 'train', x: SHARES, y: scores },
          { id: 'line', name: text.fadeLine, role: 'reference', x: [0, 1], y: [score - sum, score] },
        ]}
        x={{ domain: [0, 1], name: text.fadeX, format: (share) => formatPercent(share) }}
        y={{ name }}
        locale={locale}
        named={false}
        readout
      />
      <ul className={big ? 'key big' : 'key'}>
        <li>
          <LineSample role="train" big={big} />{' '}
          {fill(text.still, { way: text.fadeCurve, score: signed(score - blank) })}
        </li>
        <li>
          <LineSample role="reference" big={big} />{' '}
          {fill(text.still, { way: text.fadeLine, score: signed(sum) })}
        </li>
      </ul>
      {!big && (
        <p className="sal-read">
          {fill(text.sum, {
            sum: two(sum),
            name,
            change: two(score - blank),
            blank: two(blank),
            score: two(score),
          })}
        </p>
      )}
    </>
  )
}
