import { useRef, useState } from 'react'

/** A place that is dragged, and means something only once it is let go. */
export interface Held<T> {
  /** Where it is while it is dragged, else null. */
  readonly at: T | null
  move(to: T): void
  /** It was let go: what it came to is dropped. */
  drop(): void
}

/** Holds what a `Handle` is dragged to until it is let go: a run that starts there starts once. */
export function useHeld<T>(onDrop: (place: T) => void): Held<T> {
  const [at, setAt] = useState<T | null>(null)
  // Letting go may follow a move before the next render.
  const latest = useRef<T | null>(null)
  const hold = (place: T | null): void => {
    latest.current = place
    setAt(place)
  }
  return {
    at,
    move: hold,
    drop() {
      const place = latest.current
      hold(null)
      if (place !== null) onDrop(place)
    },
  }
}
