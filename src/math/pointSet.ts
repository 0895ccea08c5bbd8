import type { Labels } from './labels.ts'
import type { Rng } from './rng.ts'
import { makeRng } from './rng.ts'

/** A place in the plane, and what belongs there: the index of a class, or a number to predict. */
export interface Sample {
  readonly x: number
  readonly y: number
  readonly target: number
}

/** A rule that draws points for a task in the plane. Coordinates lie in about [−2, 2], with a spread near 1. */
export interface PointSet {
  readonly id: string
  readonly order: number
  readonly labels: Labels
  readonly task: 'classification' | 'regression'
  /** The numbers of classes it can show; none for regression. */
  readonly classes: readonly number[]
  /** Draws one point without noise: of the wanted class among `classes`, or anywhere for regression. */
  draw(rng: Rng, wanted: number, classes: number): Sample
}

/** Declares a point set; one file of `pointSets/` exports it by default. */
export function definePointSet(definition: PointSet): PointSet {
  return definition
}

/** Points in the plane and their targets, in random order. */
export interface Points {
  /** Row-major `[count, 2]`. */
  readonly inputs: Float64Array
  /** Class indices or numbers to predict; `[count]`. */
  readonly targets: Float64Array
  /** 0 for regression. */
  readonly classes: number
}

export interface PointOptions {
  readonly count: number
  readonly seed: number
  /** The standard deviation by which points leave their place, 0 if not given. More noise moves the same points further. */
  readonly noise?: number
  /** Its fewest if not given. */
  readonly classes?: number
  /** The share of points in class 0; the other classes share the rest evenly. Even if not given. */
  readonly balance?: number
}

/** Draws a data set. Throws a RangeError if the set cannot show that many classes. */
export function makePoints(set: PointSet, options: PointOptions): Points {
  const { count, seed, noise = 0, classes = set.classes[0] ?? 0 } = options
  if (classes !== 0 && !set.classes.includes(classes)) {
    throw new RangeError(`The point set "${set.id}" has ${set.classes.join(', ')} classes, not ${classes}.`)
  }
  const places = makeRng(seed, `points ${set.id}`)
  const moves = places.split('noise')
  const order = places.split('order').permutation(count)
  const first = Math.round(count * (options.balance ?? 1 / classes))
  const inputs = new Float64Array(count * 2) // [count, 2]
  const targets = new Float64Array(count)
  for (let index = 0; index < count; index++) {
    const wanted = index < first || classes < 2 ? 0 : 1 + ((index - first) % (classes - 1))
    const { x, y, target } = set.draw(places, wanted, classes)
    const row = order[index]
    inputs[row * 2] = x + noise * moves.normal()
    inputs[row * 2 + 1] = y + noise * moves.normal()
    targets[row] = target
  }
  return { inputs, targets, classes }
}

/** The numbers that draw points: x, y and target of each, [count × 3]. */
export function toMarks({ inputs, targets }: Omit<Points, 'classes'>): Float32Array {
  const marks = new Float32Array(targets.length * 3)
  for (let row = 0; row < targets.length; row++) {
    marks[3 * row] = inputs[2 * row]
    marks[3 * row + 1] = inputs[2 * row + 1]
    marks[3 * row + 2] = targets[row]
  }
  return marks
}

/** The first points for training and the last for testing: points come in random order, so no further draw is needed. */
export function splitPoints(points: Points, testShare: number): { train: Points; test: Points } {
  const kept = Math.round(points.targets.length * (1 - testShare))
  const part = (from: number, to?: number): Points => ({
    inputs: points.inputs.slice(from * 2, to === undefined ? undefined : to * 2),
    targets: points.targets.slice(from, to),
    classes: points.classes,
  })
  return { train: part(0, kept), test: part(kept) }
}
