import { kernel } from './overrides.ts'
import type * as tf from './tf.ts'

/** The parts of the wasm backend that kernels are built from. */
export interface WasmInternals {
  makeOutput(shape: readonly number[], dtype: tf.DataType): tf.TensorInfo
  typedArrayFromHeap(tensor: tf.TensorInfo): tf.TypedArray
  disposeData(dataId: tf.DataId): boolean
}

/** What a kernel is called with, for those whose attributes are `A` and inputs `I`. */
export interface KernelCall<I extends string, A> {
  readonly inputs: Readonly<Record<I, tf.TensorInfo>>
  readonly backend: WasmInternals
  readonly attrs: A
}

/** A kernel written for its own inputs and attributes, as the registry wants it. */
export function asKernel<I extends string, A>(run: (call: KernelCall<I, A>) => tf.TensorInfo): tf.KernelFunc {
  return run as unknown as tf.KernelFunc
}

/**
 * Runs other wasm kernels and frees what they leave: every result but the one that `compose` returns.
 */
export function composeKernels(
  backend: WasmInternals,
  compose: (
    run: (name: string, inputs: Record<string, tf.TensorInfo>, attrs?: object) => tf.TensorInfo,
  ) => tf.TensorInfo,
): tf.TensorInfo {
  const made: tf.TensorInfo[] = []
  const result = compose((name, inputs, attrs = {}) => {
    const run = kernel(name, 'wasm') as unknown as (call: KernelCall<string, object>) => tf.TensorInfo
    const output = run({ inputs, backend, attrs })
    made.push(output)
    return output
  })
  for (const { dataId } of made) if (dataId !== result.dataId) backend.disposeData(dataId)
  return result
}

/** Concatenation takes its inputs as a list: the registry's record is keyed by position. */
export function listed(tensors: readonly tf.TensorInfo[]): Record<string, tf.TensorInfo> {
  return tensors as unknown as Record<string, tf.TensorInfo>
}

/** Writes a float tensor in plain loops over the heap. Views are taken after the output exists: allocation may move them. */
export function fillOutput(
  backend: WasmInternals,
  shape: readonly number[],
  fill: (output: Float32Array) => void,
): tf.TensorInfo {
  const output = backend.makeOutput(shape, 'float32')
  const values = backend.typedArrayFromHeap(output) as Float32Array
  values.fill(0)
  fill(values)
  return output
}

export function floats(backend: WasmInternals, tensor: tf.TensorInfo): Float32Array {
  return backend.typedArrayFromHeap(tensor) as Float32Array
}
