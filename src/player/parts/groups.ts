import { useMemo, useState } from 'react'
import type { Settings } from '../useFigure.ts'

/** Name of the choice of a group, for the tray and for `?hide=`. */
export const GROUP = 'group'

/** The groups that the shown controls declare, and which one stands open. */
export interface Groups {
  readonly ids: readonly string[]
  readonly open: string
  choose(id: string): void
}

/** Of many controls, those of the open group and those that belong to none. Null: there is nothing to choose from. */
export function useGroups(settings: Settings): { readonly shown: Settings; readonly groups: Groups | null } {
  const [chosen, setChosen] = useState<string | null>(null)
  return useMemo(() => {
    const ids = [...new Set(settings.controls.flatMap(([, { group }]) => group ?? []))]
    const open = ids.find((id) => id === chosen) ?? ids[0]
    if (open === undefined || ids.length < 2) return { shown: settings, groups: null }
    const controls = settings.controls.filter(([, { group }]) => group === undefined || group === open)
    return { shown: { ...settings, controls }, groups: { ids, open, choose: setChosen } }
  }, [settings, chosen])
}
