import type { SeedParam } from '../../protocol/params.ts'

/** Another seed, found from the last one: the way from seed to seed is the same for everyone. */
export function nextSeed(seed: number, { min, max }: Pick<SeedParam, 'min' | 'max'>): number {
  const mixed = ((Math.imul(seed + 1, 0x9e37_79b1) >>> 0) % 997) + 1
  return Math.min(max, Math.max(min, mixed === seed ? mixed + 1 : mixed))
}
