import * as tf from './tf.ts'

/** What the cpu and wasm backends offer beyond the library's interface. */
interface WasmInternals {
  typedArrayFromHeap(tensor: tf.TensorInfo): Float32Array
}

/** Whether `liveValues` works on the current backend. */
export function hasLiveValues(): boolean {
  const backend = tf.getBackend()
  return backend === 'cpu' || backend === 'wasm'
}

/**
 * The very memory of a float tensor on cpu or wasm. Writing to a variable's memory changes the variable. Take it anew for
 * every use and allocate no tensor while holding it: `assign` replaces the buffer, and a grown wasm heap
 * leaves old views empty, without an error in either case.
 */
export function liveValues(tensor: tf.Tensor): Float32Array {
  if (tf.getBackend() === 'cpu') return tensor.dataSync<'float32'>()
  return (tf.backend() as unknown as WasmInternals).typedArrayFromHeap(tensor)
}

/**
 * Whether something else would be wrong after writing to this tensor's memory: a clone shares it, or the wasm backend
 * has packed it for its matrix products (it keeps the packed copy for as long as the tensor's data lives).
 */
export function needsOwnMemory(tensor: tf.Tensor): boolean {
  return tf.getBackend() === 'wasm' || tf.backend().refCount(tensor.dataId) > 1
}
