import type { Algebra } from './algebra.ts'
import type { Labels } from './labels.ts'
import type { Parameters, Values } from './parameter.ts'

/** What every loss says about itself. */
interface Described<K extends string> {
  readonly id: string
  readonly order: number
  readonly labels: Labels
  /** TeX of one entry: `\hat{y}` predicted, `y` true, `z` a logit. */
  readonly formula: string
  readonly parameters: Parameters<K>
  /** What a prediction is: any number, a probability, or a logit (the number before sigmoid or softmax). */
  readonly prediction: 'number' | 'probability' | 'logit'
  /**
   * What a target is: any number, −1 or 1, or a share from 0 to 1. The shares of a row add up to 1; some losses need
   * them all above 0, or one of them 1.
   */
  readonly target: 'number' | 'sign' | 'share' | 'positive-share' | 'one-hot'
}

/** A loss of one predicted and one true number, over an algebra. */
export interface ElementwiseLoss<K extends string = string> extends Described<K> {
  readonly kind: 'elementwise'
  value<T>(o: Algebra<T>, prediction: T, target: T, p: Values<K>): T
  /** ∂ value / ∂ prediction; at a corner, the value PyTorch takes. */
  gradient<T>(o: Algebra<T>, prediction: T, target: T, p: Values<K>): T
}

type Row = ArrayLike<number>

/**
 * A loss of a whole row of predictions, one per class, against a row of targets (`oneHot` makes one from a label).
 * Class weights, where given, multiply each class's share.
 */
export interface RowLoss<K extends string = string> extends Described<K> {
  readonly kind: 'row'
  /** The divergences compare distributions: their classes have no weights. */
  readonly weighsClasses: boolean
  /** `[classes]`, `[classes]` → one number. */
  value(prediction: Row, target: Row, p: Values<K>, classWeights?: Row): number
  /** ∂ value / ∂ prediction; `[classes]`. */
  gradient(prediction: Row, target: Row, p: Values<K>, classWeights?: Row): Float64Array
}

export type Loss = ElementwiseLoss | RowLoss

/** Declares a loss of single numbers; one file of `losses/` exports it by default. */
export function defineElementwiseLoss<K extends string>(
  definition: Omit<ElementwiseLoss<K>, 'kind'>,
): ElementwiseLoss {
  return { kind: 'elementwise', ...definition }
}

/** Declares a loss of rows; one file of `losses/` exports it by default. */
export function defineRowLoss<K extends string>(definition: Omit<RowLoss<K>, 'kind'>): RowLoss {
  return { kind: 'row', ...definition }
}

/** 1 at the label and 0 elsewhere; `[classes]`. Throws a RangeError if there is no such class. */
export function oneHot(label: number, classes: number): Float64Array {
  if (!Number.isInteger(label) || label < 0 || label >= classes) {
    throw new RangeError(`There is no class ${label} among ${classes}.`)
  }
  const row = new Float64Array(classes)
  row[label] = 1
  return row
}

/** (1 − s) y + s / K: the target moved a little towards an even guess among K classes (Szegedy et al., 2016). */
export function smoothTarget(target: Row, smoothing: number): Float64Array {
  return Float64Array.from(target, (share) => (1 - smoothing) * share + smoothing / target.length)
}

/** The parameter of losses that smooth their targets. */
export const smoothing = {
  labels: { en: 'Label smoothing', zh: '标签平滑' },
  symbol: 's',
  default: 0,
  min: 0,
  max: 0.5,
} as const
