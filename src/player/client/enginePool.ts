import type { Engine, Problem, ProblemCode } from '../../protocol/messages.ts'
import type { Candidate, EngineMemory } from './engines.ts'
import { EngineProblem, openEngineWorker, type EngineWorker, type Spawn } from './engineWorker.ts'

/** What a device will not be able to do at the next visit either. */
const LASTING: ReadonlySet<ProblemCode> = new Set([
  'backend-unavailable',
  'backend-software',
  'backend-wrong',
])

/** The page's workers, one for each engine in use, started on need. */
export interface EnginePool {
  /**
   * The first candidate that can be used. Each one asked for by the reader that can't is told of. Rejects with an
   * EngineProblem when none can.
   */
  first(candidates: readonly Candidate[], refused: (problem: Problem) => void): Promise<EngineWorker>
}

export function makeEnginePool(spawn: Spawn, memory: EngineMemory): EnginePool {
  const workers = new Map<Engine, Promise<EngineWorker>>()

  function open({ engine, forced }: Candidate): Promise<EngineWorker> {
    const present = workers.get(engine)
    if (present !== undefined) return present
    const opening = openEngineWorker(spawn, { type: 'open', engine, forced }, () => workers.delete(engine))
    workers.set(engine, opening)
    opening.catch(() => workers.delete(engine))
    return opening
  }

  return {
    async first(candidates, refused) {
      let last: Problem = { code: 'backend-unavailable' }
      for (const candidate of candidates) {
        try {
          return await open(candidate)
        } catch (error) {
          last =
            error instanceof EngineProblem ? error.problem : { code: 'worker-lost', detail: String(error) }
          if (last.code === 'worker-blocked') break
          if (candidate.forced) refused({ ...last, goesOn: true })
          else if (LASTING.has(last.code)) memory.note(candidate.engine, last.code)
        }
      }
      throw new EngineProblem(last)
    },
  }
}
