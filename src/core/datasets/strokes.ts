import type { StrokeSettings } from '../../math/strokes/settings.ts'
import { makeStrokes, type Strokes } from '../../math/strokes/strokes.ts'
import { loaded } from '../loading.ts'

/**
 * Handwritten-looking digits, written by a pen that follows 184 styles, each in its own hand. Made for this book and drawn
 * anew from every seed; the styles come with the first call.
 */
export async function loadStrokes(
  seed: number,
  settings: Partial<StrokeSettings> = {},
  series?: string,
): Promise<Strokes> {
  const { default: styles } = await loaded(import('./strokes/styles.ts'))
  return makeStrokes(styles, seed, settings, series)
}
