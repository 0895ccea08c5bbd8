import type { ElementwiseLoss } from '../../math/loss.ts'
import type { Values } from '../../math/parameter.ts'
import { tensors } from '../algebra.ts'
import type { LossForm } from './form.ts'

/** The tensor form of an elementwise loss is its rule, computed over tensors. */
export function elementwiseForm(rule: ElementwiseLoss, values: Values): LossForm {
  return {
    entries: (prediction) => prediction.size,
    each: (prediction, target) => rule.value(tensors, prediction, target, values),
    gradient: (prediction, target) => rule.gradient(tensors, prediction, target, values),
  }
}
