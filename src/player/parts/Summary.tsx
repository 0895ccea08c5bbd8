import { useEffect, useRef, useState } from 'react'
import { LiveRegion } from '../../ui/LiveRegion.tsx'

/** While a run goes on, a listener hears of it no more often than this. */
const EVERY = 6000

/** What the picture shows, in words: for listeners as it changes, and on paper when asked for. */
export function Summary({ text, running, visible }: { text: string; running: boolean; visible: boolean }) {
  const [spoken, setSpoken] = useState('')
  const first = useRef(text)
  const latest = useRef(text)
  useEffect(() => {
    latest.current = text
  })
  const settled = running ? null : text
  useEffect(() => {
    if (running) {
      const timer = setInterval(() => setSpoken(latest.current), EVERY)
      return () => clearInterval(timer)
    }
    // The page's first words are its text; the figure speaks once it has changed.
    const timer = setTimeout(() => {
      if (latest.current !== first.current) setSpoken(latest.current)
    }, 800)
    return () => clearTimeout(timer)
  }, [running, settled])
  return (
    <>
      {visible && <p className="fig-words">{text}</p>}
      <LiveRegion text={spoken} />
    </>
  )
}
