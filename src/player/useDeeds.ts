import { useCallback, useState } from 'react'
import type { Whom } from '../protocol/messages.ts'
import type { RunCommands } from './run/useRun.ts'
import type { UseFigureValues } from './values/useFigureValues.ts'
import type { Comparing } from './values/valuesStore.ts'

type Deed = 'values' | 'act'
const MOST = 100

/** What the reader does to the settings and to the runs, in one line of undo. */
export function useDeeds({ set, compare, undo: undoValues }: UseFigureValues, commands: RunCommands) {
  const [deeds, setDeeds] = useState<readonly Deed[]>([])
  const note = useCallback((deed: Deed) => setDeeds((past) => [...past.slice(1 - MOST), deed]), [])
  const setValues = useCallback(
    (given: Readonly<Record<string, unknown>>, side?: number) => {
      if (set(given, side)) note('values')
    },
    [set, note],
  )
  const comparison = useCallback(
    (how: Comparing) => {
      if (compare(how)) note('values')
    },
    [compare, note],
  )
  const act = useCallback(
    (action: unknown, whom?: Whom) => {
      note('act')
      commands.act(action, whom)
    },
    [commands, note],
  )
  const undo = useCallback(() => {
    const last = deeds.at(-1)
    setDeeds(deeds.slice(0, -1))
    if (last === 'act') commands.undoAct()
    else if (last === 'values') undoValues()
  }, [commands, undoValues, deeds])
  return { setValues, compare: comparison, act, undo, canUndo: deeds.length > 0 }
}
