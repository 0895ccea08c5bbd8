import './doublePrecision.ts'
import type { OpenBackend } from '../../src/core/backend/open.ts'
import * as tf from '../../src/core/backend/tf.ts'
import { activations } from './checks/activations.ts'
import { convolution } from './checks/convolution.ts'
import { losses } from './checks/losses.ts'
import { optimizers } from './checks/optimizers.ts'
import { recurrent } from './checks/recurrent.ts'
import { compareOn } from './golden.node.ts'
import { openInNode } from './nodeBackend.ts'

/** Node tells the library that an array of doubles is none of its kinds. */
function openInDouble(): Promise<OpenBackend> {
  const kinds = [Float32Array, Int32Array, Uint8Array, Uint8ClampedArray]
  tf.env().platform.isTypedArray = (a: unknown): a is Float32Array => kinds.some((kind) => a instanceof kind)
  return openInNode('cpu')
}

/** The library's erf is good to seven digits only (its softplus to ten); `math/` has its own, and is compared there. */
const goesThroughErf = (name: string): boolean => name === 'gelu_erf'

for (const [title, check] of Object.entries({ activations, convolution, losses, optimizers, recurrent }))
  compareOn(`${title} in double precision`, 'double', openInDouble, check, 1e-9, goesThroughErf)
