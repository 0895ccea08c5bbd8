import { globalNorm, type Clipping } from './clipping.ts'
import { variableOf } from './layers/layer.ts'
import { read } from './backend/read.ts'
import * as tf from './backend/tf.ts'

/** How long gradients were before any clipping. */
export interface GradientLengths {
  /** Of the last update; 0 before the first. */
  readonly last: number
  /** Updates so far whose gradient was longer than their limit. */
  readonly clipped: number
}

/** Follows the lengths of a training's gradients without reading them back from a device. */
export interface GradientRecord {
  /** A length that is known. */
  note(length: number, clip: Clipping | undefined): void
  /** Gradients on the backend; reads nothing. */
  watch(gradients: Readonly<Record<string, tf.Tensor>>, clip: Clipping | undefined): void
  read(): Promise<GradientLengths>
  restore(lengths: GradientLengths): void
  dispose(): void
}

export function makeGradientRecord(): GradientRecord {
  let known: GradientLengths = { last: 0, clipped: 0 }
  /** Of updates made on the backend: the last length, and how many were longer than their limit since `known`. */
  let unread: tf.Variable | undefined

  const forget = (): void => {
    unread?.dispose()
    unread = undefined
  }
  async function readAll(): Promise<GradientLengths> {
    if (!unread) return known
    const [last, clipped] = await read(unread)
    return { last, clipped: known.clipped + clipped }
  }
  return {
    note(length, clip) {
      const over = clip?.by === 'norm' && length > clip.limit
      known = { last: length, clipped: known.clipped + (over ? 1 : 0) }
    },
    watch(gradients, clip) {
      const record = (unread ??= variableOf(Float32Array.of(0, 0), [2], false))
      tf.tidy(() => {
        const length = globalNorm(gradients)
        const limit = clip?.by === 'norm' ? clip.limit : Infinity
        const over = tf.cast(tf.greater(length, limit), 'float32')
        record.assign(tf.stack([length, tf.add(tf.gather(record, 1), over)]))
      })
    },
    read: readAll,
    restore(lengths) {
      forget()
      known = lengths
    },
    dispose: forget,
  }
}
