import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { openBackend, type OpenBackend, type OpenBackendOptions } from '../../src/core/backend/open.ts'

/** The folder of the WebAssembly binaries in node_modules. */
export const wasmPaths = `${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`

/** The backends that run in plain Node. */
export const NODE_BACKENDS = ['cpu', 'wasm'] as const

export function openInNode(id: 'cpu' | 'wasm', options: OpenBackendOptions = {}): Promise<OpenBackend> {
  return openBackend(id, { wasmPaths, ...options })
}
