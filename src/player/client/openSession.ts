import { readerShelf } from '../../ui/shelf/readerShelf.ts'
import type { OpenSession } from '../run/port.ts'
import { makeEnginePool } from './enginePool.ts'
import { makeEngineMemory } from './engineMemory.ts'
import type { WorkerLike } from './engineWorker.ts'
import { makeOpenSession } from './session.ts'

/** Reading the property throws where the browser blocks storage. */
function storage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

const spawn = (): WorkerLike =>
  new Worker(new URL('../../worker/main.ts', import.meta.url), { type: 'module' })

/** This very file is from the same edition as the worker's. */
async function reachable(): Promise<boolean> {
  try {
    return (await fetch(import.meta.url, { method: 'HEAD', cache: 'no-store' })).ok
  } catch {
    return false
  }
}

let open: OpenSession | undefined

/** Opens a figure's session in the page's workers. Nothing is loaded before the first call. */
export const openSession: OpenSession = (start, listen) => {
  if (open === undefined) {
    const memory = makeEngineMemory(navigator.userAgent, storage)
    const pool = makeEnginePool(spawn, reachable, memory, readerShelf.supply)
    open = makeOpenSession({ pool, now: () => performance.now() })
  }
  return open(start, listen)
}
