/**
 * The one door to TensorFlow.js: its core with every gradient and chained operation registered.
 * tfjs-core alone registers neither, and some registered gradients call chained operations.
 * An operation exported by name here replaces the library's operation of the same name.
 */
// The core comes first: it defines the flags that are read where a gradient is registered.
import '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-core/dist/register_all_gradients.js'
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js'

export * from '@tensorflow/tfjs-core'
export { einsum } from './einsum.ts'
export { batchNorm, multinomial } from './replacedOps.ts'
