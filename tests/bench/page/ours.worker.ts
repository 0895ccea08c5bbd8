import { openBackend } from '../../../src/core/backend/open.ts'
import { makeHost } from '../../../src/core/run/host.ts'
import { countTensors } from '../../../src/core/training.ts'
import type { Command } from '../../../src/protocol/messages.ts'
import experiment from './experiment.ts'
import { makeYield, type Ask, type Tell } from './protocol.ts'
import { wasmPaths } from './wasmPaths.ts'

const host = makeHost({
  load: () => Promise.resolve(experiment),
  now: () => performance.now(),
  yieldNow: makeYield(),
  wakeAfter: (ms, callback) => {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
  post: (event, transfer) => postMessage(event, { transfer }),
  engine: 'cpu',
  countTensors,
})

self.onmessage = async ({ data }: MessageEvent<Command | Extract<Ask, { type: 'open' }>>) => {
  if (data.type !== 'open') {
    host.receive(data)
    return
  }
  await openBackend(data.backend, { forced: true, wasmPaths })
  postMessage({ type: 'ready' } satisfies Tell)
}
