import type { Correction } from '../corrections.ts'
import * as tf from '../tf.ts'

interface WebglInternals {
  floatPrecisionValue: 16 | 32 | undefined
}

/**
 * The webgl backend's test for 32-bit floats is inverted: on capable hardware it takes itself for 16-bit, and the library's
 * default epsilon becomes 1e-4 instead of 1e-7. (Hardware without 32-bit floats is refused when probing.)
 */
export const correction: Correction = {
  backends: ['webgl'],
  apply() {
    const backend = tf.backend() as unknown as WebglInternals
    const before = backend.floatPrecisionValue
    backend.floatPrecisionValue = 32
    return () => {
      backend.floatPrecisionValue = before
    }
  },
}
