import type { Labels } from './labels.ts'
import type { Parameters, Values } from './parameter.ts'
import { fillIn } from './parameter.ts'
import { makeRng } from './rng.ts'

export type Point = readonly [x: number, y: number]

/** A point where the gradient is 0, and what kind of point it is. `lowest` among all minima, or only nearby. */
export interface StationaryPoint {
  readonly at: Point
  readonly kind: 'lowest' | 'minimum' | 'saddle' | 'maximum'
}

/** A function of two numbers on which optimisers can be watched. */
export interface Landscape<K extends string = string> {
  readonly id: string
  readonly order: number
  readonly labels: Labels
  /** TeX of f(x, y), the right-hand side. */
  readonly formula: string
  /** 1 if f depends on x alone. */
  readonly dimension: 1 | 2
  readonly parameters: Parameters<K>
  /** The part of the plane worth showing. */
  readonly window: { readonly x: Point; readonly y: Point }
  /** How contour levels are spread over the values: evenly, or evenly in their logarithm. */
  readonly levels: 'linear' | 'log'
  /** Where a descent is interesting. */
  readonly start: Point
  /** A learning rate that suits each optimiser, by its id, from `start`. */
  readonly rates: Readonly<Record<string, number>>
  stationary(p: Values<K>): readonly StationaryPoint[]
  value(x: number, y: number, p: Values<K>): number
  gradient(x: number, y: number, p: Values<K>): Point
  /** The standard deviation of the noise that each update's gradient carries, in each direction; 0 unless said. */
  noise?(p: Values<K>): number
}

/** Declares a landscape; one file of `landscapes/` exports it by default. */
export function defineLandscape<K extends string>(definition: Landscape<K>): Landscape {
  return definition
}

/** A landscape with its parameters fixed (defaults filled in), seen by a descent. */
export interface Terrain {
  value(point: ArrayLike<number>): number
  gradient(point: ArrayLike<number>): Float64Array
  /**
   * The gradient as update number `step` + 1 sees it: with the noise of that step, the same for every optimiser
   * and every visit. Without noise, the gradient itself.
   */
  seen(point: ArrayLike<number>, step: number): Float64Array
}

/** Fixes the parameters of a landscape and the seed of its noise. */
export function makeTerrain(landscape: Landscape, given?: Partial<Values>, seed = 0): Terrain {
  const p = fillIn(landscape.parameters, given)
  const gradient = (point: ArrayLike<number>) => Float64Array.from(landscape.gradient(point[0], point[1], p))
  const size = landscape.noise?.(p) ?? 0
  const rng = makeRng(seed, 'landscape noise')
  return {
    value: (point) => landscape.value(point[0], point[1], p),
    gradient,
    seen: (point, step) => {
      const exact = gradient(point)
      if (size === 0) return exact
      const noise = rng.split(String(step))
      return exact.map((slope) => slope + size * noise.normal())
    },
  }
}
