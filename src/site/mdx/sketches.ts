/** Small loss curves for the options of a Predict block. */
import { SKETCHES, type SketchId } from '../../charts/sketches.ts'
import { formatPath } from '../../charts/text.tsx'

export { isSketch } from '../../charts/sketches.ts'
export const SKETCH_IDS = Object.keys(SKETCHES)

const WIDTH = 176
const HEIGHT = 84

/** An SVG of the curve with its two axes. */
export function drawSketch(id: SketchId): string {
  const left = 8
  const bottom = HEIGHT - 6
  const points = Array.from({ length: 121 }, (_, i) => {
    const t = i / 120
    return [left + t * (WIDTH - left - 6), bottom - SKETCHES[id](t) * (bottom - 6)] as const
  })
  return (
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" height="${HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false">` +
    `<path d="M${left} 6V${bottom}H${WIDTH - 6}" fill="none" stroke="var(--rule-2)" vector-effect="non-scaling-stroke"/>` +
    `<path class="curve" d="${formatPath(points)}" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" vector-effect="non-scaling-stroke"/></svg>`
  )
}
