/** Functions of a point in the plane that a model may be given as inputs. */
export interface PlaneFeature {
  /** TeX without dollar signs. */
  readonly formula: string
  /** The same as plain text, for small pictures and files. */
  readonly text: string
  of(x: number, y: number): number
}

/** By id, in the order in which they are shown. The sines have one period between −1 and 1. */
export const planeFeatures = {
  x: { formula: 'x_1', text: 'x₁', of: (x) => x },
  y: { formula: 'x_2', text: 'x₂', of: (_, y) => y },
  xx: { formula: 'x_1^2', text: 'x₁²', of: (x) => x * x },
  yy: { formula: 'x_2^2', text: 'x₂²', of: (_, y) => y * y },
  xy: { formula: 'x_1 x_2', text: 'x₁x₂', of: (x, y) => x * y },
  'sin-x': { formula: String.raw`\sin \pi x_1`, text: 'sin πx₁', of: (x) => Math.sin(Math.PI * x) },
  'sin-y': { formula: String.raw`\sin \pi x_2`, text: 'sin πx₂', of: (_, y) => Math.sin(Math.PI * y) },
} as const satisfies Record<string, PlaneFeature>

export type PlaneFeatureId = keyof typeof planeFeatures
export const PLANE_FEATURES = Object.keys(planeFeatures) as readonly PlaneFeatureId[]

/** The chosen features of points [count, 2], in the order of the list above, each once: [count, features]. */
export function computeFeatures(
  points: ArrayLike<number>,
  chosen: readonly PlaneFeatureId[],
): Float32Array<ArrayBuffer> {
  const ids = orderFeatures(chosen)
  const count = points.length / 2
  return Float32Array.from({ length: count * ids.length }, (_, k) => {
    const row = Math.floor(k / ids.length)
    return planeFeatures[ids[k % ids.length]].of(points[2 * row], points[2 * row + 1])
  })
}

/** The same choice, each feature once and in the order of the list. */
export function orderFeatures(chosen: readonly PlaneFeatureId[]): readonly PlaneFeatureId[] {
  return PLANE_FEATURES.filter((id) => chosen.includes(id))
}
