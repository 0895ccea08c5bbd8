import { useContext, useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { FigureScale } from '../../charts/scale.ts'
import type { ViewProps } from '../../protocol/view.ts'
import type spec from './spec.ts'
import { travelOf } from './spec/forward.ts'
import { clampPlace, up, type Place } from './spec/place.ts'
import { ANSWER } from './spec/stages.ts'
import strings from './strings.ts'
import type { Text } from './strings/shared.ts'
import { ChannelLevel } from './view/ChannelLevel.tsx'
import { Crumbs } from './view/Crumbs.tsx'
import { walkGrid } from './view/keys.ts'
import { LayerLevel } from './view/LayerLevel.tsx'
import { NetworkLevel } from './view/NetworkLevel.tsx'
import { limitOf, type Sight } from './view/sight.ts'
import { SumLevel } from './view/SumLevel.tsx'
import './view/zoom.css'

const LEVELS = { network: NetworkLevel, layer: LayerLevel, channel: ChannelLevel, sum: SumLevel }

/** A trained network on one image, and the way in: layer, channel, window, the numbers of one number, and back. */
export default function View(props: ViewProps<typeof spec>) {
  const { values, members, step, width, height, locale, set } = props
  const { big } = useContext(FigureScale)
  const text: Text = strings[locale].text
  const frame = members[0]?.frame ?? null
  const root = useRef<HTMLDivElement>(null)
  const travelled = useRef(false)
  const place = useMemo(() => clampPlace(values), [values])
  const volumes = useMemo(
    () => frame && travelOf(frame, values.drawing, values.digit),
    [frame, values.drawing, values.digit],
  )
  const limit = useMemo(() => (volumes ? limitOf(volumes) : 1), [volumes])

  // What was pressed is gone at the next level: the focus goes to where the reader now is.
  useLayoutEffect(() => {
    if (!travelled.current) return
    travelled.current = false
    const { activeElement } = document
    if (activeElement !== root.current && root.current?.contains(activeElement)) return
    const here = '[data-here], [role="application"]'
    const target = root.current?.querySelector<HTMLElement | SVGElement>(here) ?? root.current
    target?.focus({ preventScroll: true })
  }, [place.level, place.layer, place.channel])

  if (!frame || !volumes) return <div className="zm" />
  const odds = Array.from(volumes[ANSWER].values)
  const go = (to: Partial<Place>): void => {
    const next = clampPlace({ ...place, ...to })
    travelled.current =
      next.level !== place.level || next.layer !== place.layer || next.channel !== place.channel
    set(next)
  }
  const sight: Sight = {
    place,
    frame,
    volumes,
    answer: odds.indexOf(Math.max(...odds)),
    limit,
    step,
    values,
    width,
    height,
    big,
    locale,
    text,
    go,
    set,
  }
  const leaves = ({ key }: KeyboardEvent): boolean => key === 'Escape' && place.level !== 'network'
  const onKeyDownCapture = (event: KeyboardEvent<HTMLDivElement>): void => {
    // On the pad Escape first ends a stroke: that comes to `onKeyDown` only if there is none.
    const onPad = event.target instanceof Element && event.target.closest('.pad') !== null
    if (leaves(event) && !onPad) go(up(place))
    else if (!walkGrid(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (!leaves(event)) return
    event.preventDefault()
    go(up(place))
  }
  const Level = LEVELS[place.level]
  return (
    <div
      ref={root}
      className={big ? 'zm big' : 'zm'}
      data-level={place.level}
      tabIndex={-1}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={onKeyDown}
    >
      <Crumbs sight={sight} />
      <Level sight={sight} />
    </div>
  )
}
