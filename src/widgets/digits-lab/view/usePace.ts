import { useState } from 'react'
import type { Status } from '../../../protocol/messages.ts'

/**
 * Multiplications (forwards) that training makes in a second here, as measured while a network of `perUpdate` of them
 * trained; null before. It is kept when the layers change: so the next training's time is known before it begins.
 */
export function usePace(status: Status | null, perUpdate: number): number | null {
  const [pace, setPace] = useState<number | null>(null)
  const measured = status?.state === 'running' ? status.stepsPerSecond * perUpdate : 0
  if (measured > 0 && measured !== pace) setPace(measured)
  return pace
}
