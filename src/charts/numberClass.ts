import { colorAt, colorScale, contrast, type ScaleName, type Theme, tokenColor } from './palette.ts'
import type { Interval } from './pixels.ts'

/** Ink cannot be read on the deep ends of a scale: there the plate's colour writes. The themes differ, so each has its class. */
export function numberClass(value: number, [low, high]: Interval, name: ScaleName): string {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low || 1)))
  const reversed = (theme: Theme) => {
    const scale = colorScale(theme, name)
    const cell = colorAt(scale, scale.low + share * (scale.high - scale.low))
    return contrast(cell, tokenColor(theme, 'plate')) > contrast(cell, tokenColor(theme, 'ink'))
  }
  return `num${reversed('light') ? ' reversed-light' : ''}${reversed('dark') ? ' reversed-dark' : ''}`
}
