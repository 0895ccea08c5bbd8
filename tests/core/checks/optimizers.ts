import { countTensors, gradients } from '../../../src/core/training.ts'
import { makeOptimizer } from '../../../src/core/optimizers.ts'
import { read } from '../../../src/core/backend/read.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { variableOf } from '../../../src/core/layers/layer.ts'
import type { Values } from '../../../src/math/parameter.ts'
import { hyperOf, optimizerOf, type OptimizerReference } from '../../golden/cases.ts'
import type { Check } from './comparison.ts'

type Surface = (x: tf.Scalar, y: tf.Scalar, p: Values) => tf.Tensor

const quadratic: Surface = (x, y, { a, b, c }) =>
  tf.addN([tf.mul(tf.square(x), a / 2), tf.mul(tf.square(y), b / 2), tf.mul(tf.mul(x, y), c)])

const surfaces: Readonly<Record<string, Surface>> = {
  rosenbrock: (x, y) => tf.add(tf.square(tf.sub(1, x)), tf.mul(100, tf.square(tf.sub(y, tf.square(x))))),
  beale: (x, y) =>
    tf.addN(
      [1.5, 2.25, 2.625].map((height, k) => {
        const power = [y, tf.square(y), tf.mul(tf.square(y), y)][k]
        return tf.square(tf.add(tf.sub(height, x), tf.mul(x, power)))
      }),
    ),
  tiny_gradient: (x, y) => tf.mul(2 ** -15, tf.add(tf.square(x), tf.mul(4, tf.square(y)))),
}

/**
 * Fifty steps of gradients by backpropagation, in 32-bit floats. Two scalar weights in two variables, so
 * that the optimiser's bookkeeping by variable is exercised too.
 */
export const optimizers: Check = async function* (golden) {
  const { functions, runs } = golden('optimizers') as OptimizerReference
  for (const { name, inputs, expected } of runs) {
    const { surface, id } = optimizerOf(name)
    const height = surfaces[surface] ?? quadratic
    const before = countTensors()
    const [x, y] = inputs.start.map((value) => variableOf(Float32Array.of(value), [], true))
    const optimizer = makeOptimizer(id, hyperOf(inputs.hyper), { x, y })
    const loss = (): tf.Scalar => height(x as tf.Scalar, y as tf.Scalar, functions[surface].params).asScalar()
    // Copies, not clones: on cpu a clone shares the memory that the next update overwrites.
    const points = [tf.tidy(() => tf.stack([tf.add(x, 0), tf.add(y, 0)]))]
    for (let update = 1; update < expected.params.length; update++) {
      const computed = gradients(loss, { x, y })
      optimizer.apply(computed.gradients, inputs.lr, update)
      tf.dispose([computed.loss, ...Object.values(computed.gradients)])
      points.push(tf.tidy(() => tf.stack([tf.add(x, 0), tf.add(y, 0)])))
    }
    const path = tf.tidy(() => tf.stack(points))
    const actual = await read(path)
    tf.dispose([path, ...points])
    optimizer.dispose()
    x.dispose()
    y.dispose()
    yield { topic: 'optimizers: trajectories', name, actual, expected: expected.params.flat() }
    yield { topic: 'optimizers: tensors left', name, actual: [countTensors() - before], expected: [0] }
  }
}
