import { computeFeatures, orderFeatures } from '../../../math/planeFeature.ts'
import { makePoints, splitPoints, type Points } from '../../../math/pointSet.ts'
import { getPointSet } from '../../../math/pointSets/index.ts'
import type { LabelledPoint } from '../../../protocol/params.ts'
import { isRegression, ownPoints, type PlaygroundValues } from '../spec/params.ts'

/** Points as a network sees them. */
export interface Part {
  readonly points: Points
  /** [count, features] */
  readonly inputs: Float32Array<ArrayBuffer>
  /** [count, outputs], in the code that the loss asks for. */
  readonly targets: Float32Array<ArrayBuffer>
}

export interface Task {
  /** 0 for regression. */
  readonly classes: number
  /** Numbers that each point is given to the network as. */
  readonly features: number
  /** One score for two classes and for regression, else one for each class. */
  readonly outputs: number
  /** An id of `math/losses`. */
  readonly loss: string
  readonly train: Part
  readonly test: Part
}

/** What is to be learned: the points, their split, and the targets. */
export function makeTask(values: PlaygroundValues): Task {
  const classes = isRegression(values.data) ? 0 : values.classes
  const loss = lossOf(values, classes)
  const { train, test } = ownPoints(values) ? splitOwn(values) : drawPoints(values, classes)
  const encode = (points: Points): Part => ({
    points,
    inputs: computeFeatures(points.inputs, values.features),
    targets: encodeTargets(points.targets, classes, loss),
  })
  return {
    classes,
    features: orderFeatures(values.features).length,
    outputs: classes > 2 ? classes : 1,
    loss,
    train: encode(train),
    test: encode(test),
  }
}

function lossOf({ loss, fit }: PlaygroundValues, classes: number): string {
  if (classes === 0) return fit
  if (loss === 'cross-entropy') return classes > 2 ? 'cross-entropy-logits' : 'binary-cross-entropy-logits'
  return loss === 'hinge' && classes > 2 ? 'multiclass-hinge' : loss
}

/** Cross-entropy of two classes wants 0 and 1, other losses −1 and 1 (the boundary lies at 0); more classes a one-hot row. */
function encodeTargets(targets: ArrayLike<number>, classes: number, loss: string): Float32Array<ArrayBuffer> {
  if (classes === 0) return Float32Array.from(targets)
  if (classes === 2) {
    const low = loss === 'binary-cross-entropy-logits' ? 0 : -1
    return Float32Array.from(targets, (label) => (label === 1 ? 1 : low))
  }
  return Float32Array.from({ length: targets.length * classes }, (_, k) =>
    targets[Math.floor(k / classes)] === k % classes ? 1 : 0,
  )
}

function drawPoints(values: PlaygroundValues, classes: number): { train: Points; test: Points } {
  const { data, count, seed, noise, testShare } = values
  const drawn = makePoints(getPointSet(data), { count, seed, noise, ...(classes > 0 ? { classes } : {}) })
  return splitPoints(drawn, testShare)
}

/**
 * Splits the reader's points class by class, each in the order in which it was drawn: a new point leaves the others where
 * they were. A single point serves both.
 */
function splitOwn(values: PlaygroundValues): { train: Points; test: Points } {
  const { testShare } = values
  const classes = isRegression(values.data) ? 0 : values.classes
  const seen = new Map<number, number>()
  const valid = (ownPoints(values) ?? []).filter(({ label }) => classes === 0 || label < classes)
  const toTest = valid.map(({ label }) => {
    const group = classes === 0 ? 0 : label
    const before = seen.get(group) ?? 0
    seen.set(group, before + 1)
    return Math.floor((before + 1) * testShare) > Math.floor(before * testShare)
  })
  const pick = (test: boolean): Points => {
    const picked = valid.filter((_, i) => toTest[i] === test)
    return toPoints(picked.length > 0 ? picked : valid, classes)
  }
  return { train: pick(false), test: pick(true) }
}

function toPoints(list: readonly LabelledPoint[], classes: number): Points {
  return {
    inputs: Float64Array.from(list.flatMap(({ x, y }) => [x, y])),
    targets: Float64Array.from(list, ({ label }) => label),
    classes,
  }
}
