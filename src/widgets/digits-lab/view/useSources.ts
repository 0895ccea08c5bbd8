import { useEffect, useRef } from 'react'
import { joinNames } from '../../../protocol/data.ts'
import type { IdxPair } from '../../../math/idxPairs.ts'
import type { LabValues } from '../spec/params.ts'

/** Which of the reader's files are shown in training, and which are asked about; empty for made-up digits. */
export type Sources = Pick<LabValues, 'training' | 'testing'>

export const MADE_UP: Sources = { training: '', testing: '' }

export const valueOf = (pair: IdxPair | undefined): string =>
  pair ? joinNames([pair.images.name, pair.labels.name]) : ''

/**
 * Chooses the files to be used. Where the settings name them already and the run had none of them, the same settings would
 * change nothing: they are taken away first, so that a new run finds the files.
 */
export function useSources(
  { training, testing }: LabValues,
  missing: boolean,
  set: (sources: Partial<Sources>) => void,
): (chosen: Partial<Sources>) => void {
  const again = useRef<Sources | null>(null)
  useEffect(() => {
    if (again.current === null || training !== '' || testing !== '') return
    set(again.current)
    again.current = null
  }, [training, testing, set])
  return (chosen) => {
    const next = { training, testing, ...chosen }
    const same = next.training === training && next.testing === testing
    if (same && missing) {
      again.current = next
      set(MADE_UP)
    } else if (!same) set(next)
  }
}
