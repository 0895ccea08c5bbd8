import type { BackendId } from '../../protocol/messages.ts'
import { BackendProblem } from './problem.ts'
import * as tf from './tf.ts'

/** A lost WebGL context answers a read neither with data nor with an error: silence this long means lost. */
export const READ_TIMEOUT_MS = 30_000

/**
 * Copies a tensor's values to the CPU, as floats whatever its type. The copy is the caller's: it may be kept,
 * changed and transferred. Throws a BackendProblem `lost` if the device is gone or silent for `timeoutMs`.
 */
export async function read(
  tensor: tf.Tensor,
  timeoutMs = READ_TIMEOUT_MS,
): Promise<Float32Array<ArrayBuffer>> {
  const backend = tf.getBackend() as BackendId
  // On cpu the library hands out the live buffer, on wasm a fresh copy; both without waiting.
  if (backend === 'cpu' || backend === 'wasm') return Float32Array.from(tensor.dataSync())
  return Float32Array.from(await answerInTime(tensor.data(), backend, timeoutMs))
}

/** Reads a tensor of one element. */
export async function readScalar(tensor: tf.Tensor, timeoutMs = READ_TIMEOUT_MS): Promise<number> {
  return (await read(tensor, timeoutMs))[0]
}

function answerInTime<T>(answer: Promise<T>, backend: BackendId, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new BackendProblem(backend, 'lost', `no answer to a read within ${timeoutMs} ms`))
    }, timeoutMs)
    answer.then(
      (value) => {
        clearTimeout(timer)
        resolve(value)
      },
      (error: unknown) => {
        clearTimeout(timer)
        reject(new BackendProblem(backend, 'lost', String(error)))
      },
    )
  })
}
