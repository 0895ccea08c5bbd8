import { useContext, useMemo, useState } from 'react'
import type { CellPlace } from '../../charts/CellMap.tsx'
import { FigureScale } from '../../charts/scale.ts'
import type { ViewProps } from '../../protocol/view.ts'
import { Choice } from '../../ui/Choice.tsx'
import type spec from './spec.ts'
import { params } from './spec/params.ts'
import strings from './strings.ts'
import { nameScore, type Text } from './strings/shared.ts'
import { AddingUp } from './view/AddingUp.tsx'
import { Erasing } from './view/Erasing.tsx'
import { Explained } from './view/Explained.tsx'
import type { Pointing } from './view/Picture.tsx'
import { Randomised } from './view/Randomised.tsx'
import { probabilitiesAt, readPixel } from './view/reading.ts'
import { Subject } from './view/Subject.tsx'
import './view/saliency.css'

const GAP = 16
const WIDE_GAP = 24
/** Before an audience: what stands over and between the pictures. */
const HEADS = 180

/** What a network's answer for one image is due to, by three maps, and three tests of what the maps tell. */
export default function View(props: ViewProps<typeof spec>) {
  const { values, members, width, height, presenting, locale, set } = props
  const { big } = useContext(FigureScale)
  const { choices } = strings[locale]
  const text: Text = strings[locale].text
  const frame = members[0]?.frame ?? null
  const [hovered, setHovered] = useState<CellPlace | null>(null)
  const [kept, setKept] = useState<CellPlace | null>(null)
  const at = hovered ?? kept
  const stride = Number(values.stride)
  const patch = useMemo(() => ({ size: values.patch, stride }), [values.patch, stride])

  const columns = width >= 520 ? 4 : 2
  const room = Math.floor((width - (columns - 1) * (presenting ? WIDE_GAP : GAP)) / columns)
  // Before an audience heads and the choice leave the rest to two rows: of pictures, or of pictures and a chart.
  const left = Math.max(200, (height ?? 0) - HEADS)
  const share = values.test === 'random' ? 0.5 : 0.36
  const side = height === undefined ? room : Math.min(room, Math.floor(left * share))
  const chart = height === undefined ? 232 : left - side + 24
  const spoken = frame && at ? readPixel(frame, at, patch, values.measure, text) : text.hint
  const pointing: Pointing = {
    at,
    onHover: setHovered,
    onKeep: (place) => {
      setHovered(null)
      // A second press lets go.
      setKept(kept?.row === place.row && kept.column === place.column ? null : place)
    },
  }
  const pictures = { ...pointing, patch, width: side, column: room, spoken, text }
  return (
    <div className={big ? 'sal big' : 'sal'}>
      {!presenting && (
        <Subject
          values={values}
          frame={frame}
          probabilities={frame && probabilitiesAt(frame, at, patch)}
          covered={at !== null}
          width={width}
          set={set}
          locale={locale}
          text={text}
        />
      )}
      {frame && (
        <>
          <Explained {...pictures} frame={frame} values={values} />
          {!presenting && <p className="sal-read">{spoken}</p>}
          <Choice
            label={text.tests}
            hideLabel={presenting}
            {...(presenting ? { shape: 'select' } : {})}
            locale={locale}
            value={values.test}
            options={params.test.options.map((id) => ({ id, label: choices.test[id] }))}
            onChange={(test) => set({ test })}
          />
          {values.test === 'erase' && frame.erasure && (
            <Erasing
              erasure={frame.erasure}
              erased={values.erased}
              name={nameScore(frame, values.measure, text)}
              width={width}
              height={chart}
              locale={locale}
              text={text}
            />
          )}
          {values.test === 'random' && frame.random && (
            <Randomised {...pictures} random={frame.random} image={frame.image} layers={values.randomised} />
          )}
          {values.test === 'sum' && frame.fading && (
            <AddingUp
              fading={frame.fading}
              name={nameScore(frame, 'logit', text)}
              width={width}
              height={presenting ? chart - 48 : chart}
              locale={locale}
              text={text}
            />
          )}
        </>
      )}
    </div>
  )
}
