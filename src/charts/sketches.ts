/** What a loss may do, as functions of time on [0, 1] to a height on [0, 1]: options of a prediction, and the guess on the curve. */
export const SKETCHES = {
  creep: (t) => 0.86 - 0.16 * t,
  settle: (t) => 0.1 + 0.78 * Math.exp(-9 * t),
  grow: (t) => 0.45 + (0.06 + 0.36 * t) * Math.sin(2 * Math.PI * 6 * t),
  swing: (t) => 0.45 + 0.3 * Math.sin(2 * Math.PI * 5 * t),
  flat: () => 0.78,
  rise: (t) => 0.12 + (0.76 * (Math.exp(3.2 * t) - 1)) / (Math.exp(3.2) - 1),
  plateau: (t) => 0.1 + 0.34 * Math.exp(-14 * t) + 0.42 / (1 + Math.exp(30 * (t - 0.68))),
  valley: (t) => 0.12 + 2.6 * (t - 0.42) ** 2 + (t < 0.42 ? 1.5 * (0.42 - t) ** 2 : 0),
  noisy: (t) => 0.22 + 0.6 * Math.exp(-4 * t) + 0.09 * Math.sin(47 * t) * Math.cos(113 * t),
  line: (t) => 0.86 - 0.72 * t,
} satisfies Record<string, (t: number) => number>

export type SketchId = keyof typeof SKETCHES
export const isSketch = (id: string): id is SketchId => Object.hasOwn(SKETCHES, id)
