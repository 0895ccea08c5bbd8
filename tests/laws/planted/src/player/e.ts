import * as tf from '@tensorflow/tfjs-core'
export const e = tf
