import * as tf from '../../../core/backend/tf.ts'
import { computeFeatures, type PlaneFeatureId } from '../../../math/planeFeature.ts'
import { EDGE } from '../spec/params.ts'

/** The features at the centres of an n × n grid over the plane, row 0 at the top: [n², features]. */
export function makePlane(n: number, chosen: readonly PlaneFeatureId[]): tf.Tensor2D {
  const at = (i: number): number => (((i + 0.5) / n) * 2 - 1) * EDGE
  const centres = Float32Array.from({ length: n * n * 2 }, (_, k) => {
    const cell = Math.floor(k / 2)
    return k % 2 === 0 ? at(cell % n) : -at(Math.floor(cell / n))
  })
  const features = computeFeatures(centres, chosen)
  return tf.tensor2d(features, [n * n, features.length / (n * n)])
}
