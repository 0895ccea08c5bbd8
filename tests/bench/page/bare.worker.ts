import { openBackend } from '../../../src/core/backend/open.ts'
import { makeBareLoop } from './bareLoop.ts'
import type { Ask, Tell } from './protocol.ts'
import { wasmPaths } from './wasmPaths.ts'

const tell = (message: Tell, transfer: Transferable[] = []): void => postMessage(message, { transfer })
let loop: Awaited<ReturnType<typeof makeBareLoop>> | undefined

self.onmessage = async ({ data }: MessageEvent<Ask>) => {
  if (data.type === 'open') {
    // The same kernels for both: what is measured is the loop, not the corrections.
    await openBackend(data.backend, { forced: true, wasmPaths })
    loop = await makeBareLoop(data.net, (field, loss) => tell({ type: 'frame', field, loss }, [field.buffer]))
    tell({ type: 'ready' })
  } else if (data.type === 'ack') loop?.acknowledge()
  else if (loop) tell({ type: 'ran', ...(await loop.run(data.ms)) })
}
