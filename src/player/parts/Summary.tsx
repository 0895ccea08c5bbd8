import { useEffect, useRef, useState } from 'react'
import { LiveRegion } from '../../ui/LiveRegion.tsx'

/** While a run goes on, a listener hears of it no more often than this. */
const EVERY = 6000
/** A pause this long, and what was changed is meant. */
const REST = 800

interface Props {
  /** Words the picture that is shown now. */
  say: () => string
  running: boolean
  visible: boolean
}

/** What the picture shows, in words: for listeners as it changes, and on paper when asked for. */
export function Summary({ say, running, visible }: Props) {
  const [spoken, setSpoken] = useState('')
  const latest = useRef(say)
  const first = useRef<string | null>(null)
  useEffect(() => {
    latest.current = say
    first.current ??= say()
  })
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setSpoken(latest.current()), EVERY)
    return () => clearInterval(timer)
  }, [running])
  const settled = running ? null : say
  useEffect(() => {
    if (settled === null) return
    // The page's first words are its text; the figure speaks once it has changed.
    const timer = setTimeout(() => {
      const text = settled()
      if (text !== first.current) setSpoken(text)
    }, REST)
    return () => clearTimeout(timer)
  }, [settled])
  return (
    <>
      {visible && <p className="fig-words">{say()}</p>}
      <LiveRegion text={spoken} />
    </>
  )
}
