import { useEffect, useState } from 'react'
import type { RunModel } from './run/model.ts'
import { firstTime } from './values/storage.ts'

/** Long enough that a short run at full speed says nothing. */
const AFTER = 20_000

/** One quiet word, once per device: full speed warms a phone. */
export function useHeatWarning(model: RunModel): { readonly shown: boolean; dismiss(): void } {
  const [shown, setShown] = useState(false)
  const hot = model.phase === 'running' && model.speed === 'max'
  useEffect(() => {
    if (!hot || !matchMedia('(pointer: coarse)').matches) return
    const timer = setTimeout(() => {
      if (firstTime('heat')) setShown(true)
    }, AFTER)
    return () => clearTimeout(timer)
  }, [hot])
  return { shown, dismiss: () => setShown(false) }
}
