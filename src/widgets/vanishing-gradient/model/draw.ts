import { makeActivation } from '../../../core/activations.ts'
import * as tf from '../../../core/backend/tf.ts'
import { normalWith } from '../../../core/initializers.ts'
import type { Rng } from '../../../math/rng.ts'
import { EXAMPLES, FLOOR, WEIGHT_SCALE, type StartId } from '../spec.ts'

/** A net of equal hidden layers without biases, and one logit. */
export interface Net {
  readonly activation: string
  readonly start: StartId
  readonly depth: number
  readonly width: number
}

/**
 * Draws one random net with random inputs (normal) and random labels, and back-propagates its classification loss.
 * Returns log₁₀ of root mean squares, `[3, depth]`, layer 1 first: ∂loss/∂h and ∂loss/∂W relative to the last hidden
 * layer's, and h itself.
 */
export function drawSizes(rng: Rng, { activation, start, depth, width }: Net): tf.Tensor2D {
  return tf.tidy(() => {
    const x = tf.tensor2d(normalWith(1)(rng.split('inputs'), EXAMPLES * width, 1, 1), [EXAMPLES, width])
    const labels = rng.split('labels')
    const t = tf.tensor2d(
      Array.from({ length: EXAMPLES }, () => labels.integer(2)),
      [EXAMPLES, 1],
    )
    const deviation = WEIGHT_SCALE[start] / Math.sqrt(width)
    const matrices = Array.from({ length: depth }, (_, layer) =>
      tf.tensor2d(normalWith(deviation)(rng.split(`layer-${layer}`), width * width, 1, 1), [width, width]),
    )
    const readOut = tf.tensor2d(normalWith(1 / Math.sqrt(width))(rng.split('output'), width, 1, 1), [
      width,
      1,
    ])
    const f = makeActivation(activation)

    // Adding nothing to each layer's output leaves the net as it is and makes ∂loss/∂h a gradient one can ask for.
    const nothing = matrices.map(() => tf.zeros([EXAMPLES, width]))
    const outputs: tf.Tensor[] = []
    const loss = (...inputs: tf.Tensor[]): tf.Scalar => {
      let h = x
      for (let layer = 0; layer < depth; layer++) {
        h = tf.add(f(tf.matMul(h, inputs[layer] as tf.Tensor2D)), inputs[depth + layer])
        outputs.push(tf.keep(h))
      }
      const logits = tf.matMul(h, readOut)
      return tf.sum(tf.sub(tf.softplus(logits), tf.mul(t, logits)))
    }
    const gradients = tf.grads(loss)([...matrices, ...nothing])
    const forward = stackSizes(outputs)
    tf.dispose(outputs)
    return tf.stack([
      relativeToLast(stackSizes(gradients.slice(depth))),
      relativeToLast(stackSizes(gradients.slice(0, depth))),
      forward,
    ]) as tf.Tensor2D
  })
}

function stackSizes(list: readonly tf.Tensor[]): tf.Tensor1D {
  return tf.stack(list.map(logSize)) as tf.Tensor1D
}

/** log₁₀ of the root mean square, not below FLOOR. Divided by the largest entry first: squares of 10⁻³⁰ would be 0. */
function logSize(x: tf.Tensor): tf.Scalar {
  const largest = tf.maximum(tf.max(tf.abs(x)), 10 ** FLOOR)
  const share = tf.sqrt(tf.mean(tf.square(tf.div(x, largest))))
  const log = tf.div(tf.add(tf.log(largest), tf.log(tf.maximum(share, 1e-6))), Math.LN10)
  return tf.maximum(log, FLOOR)
}

/** What stands on the floor stays there: divided by the last layer's size, nothing would still be nothing. */
function relativeToLast(sizes: tf.Tensor1D): tf.Tensor1D {
  const ratio = tf.maximum(tf.sub(sizes, tf.slice(sizes, [sizes.size - 1], [1])), FLOOR)
  return tf.where(tf.greater(sizes, FLOOR), ratio, tf.fill([sizes.size], FLOOR)) as tf.Tensor1D
}
