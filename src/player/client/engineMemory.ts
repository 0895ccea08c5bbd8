import { BACKENDS, type Engine, type ProblemCode } from '../../protocol/messages.ts'
import type { Workload } from '../../protocol/spec.ts'

const KEY = 'engines'

/** What was found out about this device's engines, kept from visit to visit; an updated browser is a new device. */
export interface EngineMemory {
  /** Why an engine can't be used here, if that is known. */
  failure(engine: Engine): ProblemCode | undefined
  noteFailure(engine: Engine, code: ProblemCode): void
  /** What was fastest for a workload. */
  choice(workload: Workload): Engine | undefined
  noteChoice(workload: Workload, engine: Engine): void
}

/** `storage` answers undefined, or throws, where it is blocked: then things are remembered for this page only. */
export function makeEngineMemory(device: string, storage: () => Storage | undefined): EngineMemory {
  const failures = new Map<string, string>()
  const choices = new Map<string, string>()
  try {
    const read: unknown = JSON.parse(storage()?.getItem(KEY) ?? 'null')
    if (isRecord(read) && read['device'] === device) {
      fill(failures, read['failures'])
      fill(choices, read['choices'])
    }
  } catch {
    // Blocked, or not ours: as if nothing were known.
  }
  const store = (): void => {
    try {
      const known = { device, failures: Object.fromEntries(failures), choices: Object.fromEntries(choices) }
      storage()?.setItem(KEY, JSON.stringify(known))
    } catch {
      // Blocked or full: the next visit finds out again.
    }
  }
  return {
    failure: (engine) => failures.get(engine) as ProblemCode | undefined,
    noteFailure(engine, code) {
      failures.set(engine, code)
      store()
    },
    choice: (workload) => BACKENDS.find((backend) => backend === choices.get(workload)),
    noteChoice(workload, engine) {
      choices.set(workload, engine)
      store()
    },
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function fill(map: Map<string, string>, stored: unknown): void {
  if (!isRecord(stored)) return
  for (const [key, value] of Object.entries(stored)) if (typeof value === 'string') map.set(key, value)
}
