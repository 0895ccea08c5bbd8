/** Small loss curves for the options of a Predict block: what a loss may do, as functions of time on [0, 1]. */
const SKETCHES = {
  creep: (t) => 0.86 - 0.16 * t,
  settle: (t) => 0.1 + 0.78 * Math.exp(-9 * t),
  grow: (t) => 0.45 + (0.06 + 0.36 * t) * Math.sin(2 * Math.PI * 6 * t),
  swing: (t) => 0.45 + 0.3 * Math.sin(2 * Math.PI * 5 * t),
  flat: () => 0.78,
  rise: (t) => 0.12 + (0.76 * (Math.exp(3.2 * t) - 1)) / (Math.exp(3.2) - 1),
  plateau: (t) => 0.1 + 0.74 / (1 + Math.exp(22 * (t - 0.55))),
  valley: (t) => 0.12 + 2.6 * (t - 0.42) ** 2 + (t < 0.42 ? 1.5 * (0.42 - t) ** 2 : 0),
  noisy: (t) => 0.22 + 0.6 * Math.exp(-4 * t) + 0.09 * Math.sin(47 * t) * Math.cos(113 * t),
  line: (t) => 0.86 - 0.72 * t,
} satisfies Record<string, (t: number) => number>

export type SketchId = keyof typeof SKETCHES
export const SKETCH_IDS = Object.keys(SKETCHES)
export const isSketch = (id: string): id is SketchId => Object.hasOwn(SKETCHES, id)

const WIDTH = 176
const HEIGHT = 84

/** An SVG of the curve with its two axes. */
export function drawSketch(id: SketchId): string {
  const left = 8
  const bottom = HEIGHT - 6
  const points = Array.from({ length: 121 }, (_, i) => {
    const t = i / 120
    const x = left + t * (WIDTH - left - 6)
    const y = bottom - SKETCHES[id](t) * (bottom - 6)
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  })
  return (
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" height="${HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false">` +
    `<path d="M${left} 6V${bottom}H${WIDTH - 6}" fill="none" stroke="var(--rule-2)" vector-effect="non-scaling-stroke"/>` +
    `<path class="curve" d="M${points.join('L')}" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" vector-effect="non-scaling-stroke"/></svg>`
  )
}
