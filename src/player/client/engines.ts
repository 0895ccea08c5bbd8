import type { BackendId, Engine, ProblemCode } from '../../protocol/messages.ts'
import type { Workload } from '../../protocol/spec.ts'

/** A way to compute, in the order in which they are tried. `forced`: the reader asked for it by name. */
export interface Candidate {
  readonly engine: Engine
  readonly forced: boolean
}

/**
 * What suits the work: tiny nets are slowed down by any GPU, dense ones run best on wasm, convolutions and long sequences
 * want a real GPU (software ones refuse themselves).
 */
const SUITED: Readonly<Record<Workload, readonly Engine[]>> = {
  plain: ['plain'],
  tiny: ['cpu'],
  dense: ['wasm', 'cpu'],
  conv: ['webgpu', 'webgl', 'wasm', 'cpu'],
  sequence: ['webgpu', 'webgl', 'wasm', 'cpu'],
}

/** What to try for a figure, best first. What failed on this device before is left out, unless asked for. */
export function candidatesFor(
  workload: Workload,
  asked: BackendId | undefined,
  failed: ReadonlySet<Engine>,
): readonly Candidate[] {
  const suited = SUITED[workload]
    .filter((engine, i, all) => !failed.has(engine) || i === all.length - 1)
    .map((engine) => ({ engine, forced: false }))
  return asked === undefined || workload === 'plain' ? suited : [{ engine: asked, forced: true }, ...suited]
}

const KEY = 'engines-that-failed'
type Remembered = Readonly<Record<string, ProblemCode>>

/** Which engines this device can't use, kept from visit to visit; a browser update is a new device. */
export interface EngineMemory {
  failed(): ReadonlySet<Engine>
  note(engine: Engine, code: ProblemCode): void
}

/** `storage` answers undefined where it is blocked: then it is remembered for this page only. */
export function makeEngineMemory(device: string, storage: () => Storage | undefined): EngineMemory {
  let known: Remembered = {}
  try {
    const text = storage()?.getItem(KEY)
    const read: unknown = text ? JSON.parse(text) : undefined
    if (typeof read === 'object' && read !== null && 'device' in read && 'failed' in read) {
      if (read.device === device && typeof read.failed === 'object') known = { ...read.failed }
    }
  } catch {
    known = {}
  }
  return {
    failed: () => new Set(Object.keys(known) as Engine[]),
    note(engine, code) {
      known = { ...known, [engine]: code }
      try {
        storage()?.setItem(KEY, JSON.stringify({ device, failed: known }))
      } catch {
        // Storage is blocked or full: the next visit finds out again.
      }
    },
  }
}
