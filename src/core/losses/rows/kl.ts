import * as tf from '../../backend/tf.ts'
import { whereShared, type RowForm } from '../row.ts'

/** Σ pₖ log(pₖ/qₖ), each qₖ a free variable. */
const form: RowForm = {
  each: (q, p) => tf.sum(whereShared(p, tf.mul(p, tf.log(tf.div(p, q)))), 1),
  gradient: (q, p) => tf.neg(whereShared(p, tf.div(p, q))),
}
export default form
