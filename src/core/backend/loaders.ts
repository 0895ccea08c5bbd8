import type { BackendId } from '../../protocol/messages.ts'

/**
 * Where the three WebAssembly binaries lie: a folder (with a final slash) or a map from file name to address.
 * A worker gives the bundler's addresses, plain Node the folder in node_modules.
 */
export type WasmPaths = string | Readonly<Record<string, string>>

/** Loads and registers a backend; a page downloads only the one it uses. */
export const loaders: Readonly<Record<BackendId, (wasmPaths?: WasmPaths) => Promise<void>>> = {
  async cpu() {
    await import('@tensorflow/tfjs-backend-cpu')
  },
  async wasm(wasmPaths) {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm')
    if (wasmPaths !== undefined) setWasmPaths(typeof wasmPaths === 'string' ? wasmPaths : { ...wasmPaths })
  },
  async webgl() {
    await import('@tensorflow/tfjs-backend-webgl')
  },
  async webgpu() {
    await import('@tensorflow/tfjs-backend-webgpu')
  },
}
