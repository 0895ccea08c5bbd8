import { useContext } from 'react'
import { LineSample } from '../../../charts/Key.tsx'
import { FigureScale } from '../../../charts/scale.ts'
import { formatNumber } from '../../../i18n/number.ts'
import type { DropoutFrame } from '../spec.ts'

interface Props {
  frame: DropoutFrame | null
  training: boolean
  sampled: number
  text: Readonly<Record<'own' | 'whole' | 'mean' | 'ensemble', string>>
}

/** Which boundary is whose; in use, also how much the network loses to the mean of its subnetworks. */
export function Lines({ frame, training, sampled, text }: Props) {
  const { big } = useContext(FigureScale)
  const three = (value: number): string => formatNumber(value, { significant: 3 })
  return (
    <ul className={big ? 'key big' : 'key'}>
      {training ? (
        <li>
          <LineSample role="yours" big={big} /> {text.own}
        </li>
      ) : (
        <>
          <li>
            <LineSample role="train" big={big} /> {text.whole}
          </li>
          <li>
            <LineSample role="test" big={big} /> {text.mean.replace('{n}', formatNumber(sampled))}
          </li>
          {frame && (
            <li>
              {text.ensemble.replace('{mean}', three(frame.ensemble)).replace('{whole}', three(frame.test))}
            </li>
          )}
        </>
      )}
    </ul>
  )
}
