import { fill } from '../../../i18n/fill.ts'
import { formatNumber } from '../../../i18n/number.ts'
import type { IdxPair } from '../../../math/idxPairs.ts'
import type { Locale } from '../../../protocol/view.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { TESTED, type LabValues } from '../spec/params.ts'
import { type Text } from '../strings/shared.ts'
import { valueOf, type Sources } from './useSources.ts'

interface Props {
  values: LabValues
  training: IdxPair | undefined
  testing: IdxPair | undefined
  locale: Locale
  text: Text
  onSources: (chosen: Partial<Sources>) => void
}

/** Which images are shown in training, and which are asked about. */
export function SourceChoices({ values, training, testing, locale, text, onSources }: Props) {
  const yours = ({ images }: IdxPair): string => fill(text.yours, { count: formatNumber(images.about.count) })
  const own = values.training !== ''
  const tested = values.testing !== '' ? testing : own ? training : undefined
  return (
    <>
      {training && (
        <Choice
          label={text.shown}
          locale={locale}
          value={own ? 'own' : 'usual'}
          options={[
            { id: 'usual', label: text.madeUp },
            { id: 'own', label: yours(training) },
          ]}
          onChange={(id) => onSources({ training: id === 'own' ? valueOf(training) : '' })}
        />
      )}
      {testing && (
        <Choice
          label={text.asked}
          locale={locale}
          value={values.testing === '' ? 'usual' : 'own'}
          options={[
            { id: 'usual', label: own ? text.heldOut : text.madeUp },
            { id: 'own', label: yours(testing) },
          ]}
          onChange={(id) => onSources({ testing: id === 'own' ? valueOf(testing) : '' })}
        />
      )}
      {own && values.testing === '' && <p>{text.heldOutHelp}</p>}
      {tested && tested.images.about.count > TESTED && <p>{fill(text.wholeTest, { n: TESTED })}</p>}
    </>
  )
}
