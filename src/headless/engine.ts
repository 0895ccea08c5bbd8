import { openBackend } from '../core/backend/open.ts'
import * as tf from '../core/backend/tf.ts'
import type { BackendId } from '../protocol/messages.ts'
import { join } from 'node:path'

/** Opens the backend of this process. Answers the number of its live tensors. */
export async function openEngine(backend: BackendId, root: string): Promise<() => number> {
  await openBackend(backend, { wasmPaths: join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist/') })
  return () => tf.memory().numTensors
}
