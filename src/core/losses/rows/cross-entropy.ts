import * as tf from '../../backend/tf.ts'
import { byClass, whereShared, type RowForm } from '../row.ts'

/** −Σ wₖ yₖ log ŷₖ, each ŷₖ a free variable. */
const form: RowForm = {
  each: (prediction, target, _, classWeights) =>
    tf.neg(tf.sum(whereShared(target, tf.mul(byClass(target, classWeights), tf.log(prediction))), 1)),
  gradient: (prediction, target, _, classWeights) =>
    tf.neg(whereShared(target, tf.div(byClass(target, classWeights), prediction))),
}
export default form
