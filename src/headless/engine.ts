import { openBackend } from '../core/backend/open.ts'
import * as tf from '../core/backend/tf.ts'
import type { BackendId } from '../protocol/messages.ts'
import { join } from 'node:path'

export interface Engine {
  /** The number of its live tensors. */
  countTensors(): number
  /** Another may be opened after it. */
  close(): void
}

/** Opens the backend of this process. */
export async function openEngine(backend: BackendId, root: string): Promise<Engine> {
  const wasmPaths = join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist/')
  const { close } = await openBackend(backend, { wasmPaths })
  return { countTensors: () => tf.memory().numTensors, close }
}
