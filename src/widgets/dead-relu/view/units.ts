import { DYING, type DeadFrame } from '../spec.ts'

export type UnitState = 'alive' | 'dying' | 'silent'

/** From the share of training points for which a unit is on. */
export function stateOf(on: number): UnitState {
  return on === 0 ? 'silent' : on <= DYING ? 'dying' : 'alive'
}

export interface UnitMark {
  readonly state: UnitState
  readonly least: number
  readonly most: number
}

/** The units of one hidden layer, from 0. */
export function layerOf(frame: DeadFrame, layer: number): UnitMark[] {
  return Array.from({ length: frame.units }, (_, i) => {
    const unit = layer * frame.units + i
    return {
      state: stateOf(frame.on[unit] ?? 0),
      least: frame.least[unit] ?? Number.NaN,
      most: frame.most[unit] ?? Number.NaN,
    }
  })
}

export function countSilent(frame: DeadFrame): number {
  return frame.on.reduce((count, share) => count + (share === 0 ? 1 : 0), 0)
}
