import { useState } from 'react'
import type { ViewProps } from '../../../protocol/view.ts'
import type spec from '../spec.ts'
import type { LabValues } from '../spec/params.ts'
import type { LabFrame } from '../spec/traffic.ts'

export interface LiveFrame {
  /** What is shown: while a run is on its way, the recorded frame that it will take the place of. */
  readonly frame: LabFrame | null
  /** There is a run here that can be asked; else the frame is one that was recorded. */
  readonly live: boolean
  /** There is one, or it has been sent for. */
  readonly coming: boolean
  /** A recorded frame answers nothing new: a run is brought to its step. */
  wake(): void
}

/** What a run depends on: with other settings another one begins, and none is awaited any more. */
const keyOf = (values: LabValues): string => JSON.stringify({ ...values, panel: '', digit: 0, drawing: '' })

interface Awaited {
  readonly step: number
  readonly frame: LabFrame | null
  readonly key: string
}

/** The frame of a run, or the recorded one until somebody asks what that can't answer. */
export function useLiveFrame({
  values,
  members,
  status,
  step,
  seek,
}: Pick<ViewProps<typeof spec>, 'values' | 'members' | 'status' | 'step' | 'seek'>): LiveFrame {
  const newest = members[0]?.frame ?? null
  const [awaited, setAwaited] = useState<Awaited | null>(null)
  const running = status !== null
  // Its way from step 0 is not shown.
  const arrived = awaited !== null && newest !== awaited.frame && step >= awaited.step
  const over = arrived || (awaited !== null && awaited.key !== keyOf(values))
  if (over) setAwaited(null)
  const under = awaited !== null && !over
  return {
    frame: under ? awaited.frame : newest,
    live: running && !under,
    coming: running || under,
    wake() {
      if (running || under) return
      setAwaited({ step, frame: newest, key: keyOf(values) })
      seek(step)
    },
  }
}
