import type { Locale } from '../protocol/view.ts'
import { en } from './strings/en.ts'
import type { PlayerStrings } from './strings/playerStrings.ts'
import { zh } from './strings/zh.ts'

export type { PlayerStrings } from './strings/playerStrings.ts'

/** Everything the player itself says, in each language. */
export const playerStrings: Readonly<Record<Locale, PlayerStrings>> = { en, zh }
