import * as tf from '../../backend/tf.ts'
import { whereShared, type RowForm } from '../row.ts'

/** Σ pₖ (log pₖ − log softmax(z)ₖ). */
const form: RowForm = {
  each: (logits, p) => tf.sum(whereShared(p, tf.mul(p, tf.sub(tf.log(p), tf.logSoftmax(logits)))), 1),
  gradient: (logits, p) => tf.sub(tf.mul(tf.softmax(logits), tf.sum(p, 1, true)), p),
}
export default form
