import { useEffect, useRef, useState } from 'react'
import type { Status } from '../../../protocol/messages.ts'
import type { ViewProps } from '../../../protocol/view.ts'
import type spec from '../spec.ts'

/** Updates of a rehearsal whose time is taken, after one that may still have to fetch and compile. */
const REHEARSED = 10

export interface Pace {
  /** Multiplications (forwards) that training makes in a second here; null while nothing is known. */
  readonly perSecond: number | null
  readonly measuring: boolean
  /** Takes the time of a rehearsal, so that a training's time is known before the first one. */
  measure(): void
}

/**
 * How fast training goes here, as measured while a network of `perUpdate` multiplications trained. It is kept when the layers
 * change: so the next training's time is known before it begins.
 */
export function usePace(status: Status | null, perUpdate: number, ask: ViewProps<typeof spec>['ask']): Pace {
  const [perSecond, setPerSecond] = useState<number | null>(null)
  const [measuring, setMeasuring] = useState(false)
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
    }
  }, [])
  const measured = status?.state === 'running' ? status.stepsPerSecond * perUpdate : 0
  if (measured > 0 && measured !== perSecond) setPerSecond(measured)

  async function rehearse(): Promise<void> {
    await ask({ kind: 'rehearsal', updates: 1 })
    const begun = performance.now()
    await ask({ kind: 'rehearsal', updates: REHEARSED })
    const seconds = (performance.now() - begun) / 1000
    if (!gone.current) setPerSecond((known) => known ?? (REHEARSED * perUpdate) / seconds)
  }
  return {
    perSecond,
    measuring,
    measure() {
      setMeasuring(true)
      // A run that was replaced meanwhile gives no answer: the reader may ask again.
      void rehearse()
        .catch(() => undefined)
        .finally(() => !gone.current && setMeasuring(false))
    },
  }
}
