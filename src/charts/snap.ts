import type { Scale } from './area.ts'

/** Round numbers under a hand: a ring rests on 0 or 0.5, not on 0.004 or 0.4973. */

/** The smallest of 1, 2, 5 times a power of ten that is at least this. */
function roundUp(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  const digit = [1, 2, 5, 10].find((one) => one * power >= size * (1 - 1e-9)) ?? 10
  return digit * power
}

/** What so many px are worth at a place on an axis. */
const worth = (scale: Scale, px: number, pixels: number): number =>
  Math.abs(scale.invert(px + pixels) - scale.invert(px))

/** 0.30000000000000004 → 0.3 */
const clean = (value: number): number => Number(value.toPrecision(12)) + 0

/** The value at a place on an axis, as round as one pixel allows. */
export function snapTo(scale: Scale, px: number): number {
  const value = scale.invert(px)
  const size = worth(scale, px, 1)
  if (!(size > 0) || !Number.isFinite(size)) return value
  const step = roundUp(size)
  return clean(Math.round(value / step) * step)
}

/** The next round value from one at a place, at least so many px away in the direction of their sign, or on the way there. */
export function nextRound(scale: Scale, value: number, pixels: number): number {
  const px = scale(value)
  const size = worth(scale, px, pixels)
  if (!(size > 0) || !Number.isFinite(size)) return value
  const step = roundUp(size)
  const up = scale.invert(px + pixels) > value
  const at = value / step
  return clean(up ? (Math.floor(at + 1e-9) + 1) * step : (Math.ceil(at - 1e-9) - 1) * step)
}
