import type { Supply } from '../../protocol/data.ts'
import type { BackendId, Engine, Problem, ProblemCode } from '../../protocol/messages.ts'
import type { Workload } from '../../protocol/spec.ts'
import { candidates, fastest, needsTiming, type Candidate } from './choice.ts'
import type { EngineMemory } from './engineMemory.ts'
import {
  EngineProblem,
  openEngineWorker,
  type EngineWorker,
  type Reachable,
  type Spawn,
} from './engineWorker.ts'

/** What a device will not be able to do at the next visit either. What is not there today may be there tomorrow. */
const LASTING: ReadonlySet<ProblemCode> = new Set(['backend-software', 'backend-wrong'])

/** The page's workers, one for each engine in use, started on need. */
export interface EnginePool {
  /**
   * The engine that the reader asked for, or the best that this device has for the workload. `notice` hears why the asked
   * one can't be used, or what is to be said of it. Rejects with an EngineProblem when none can be used.
   */
  choose(
    workload: Workload,
    asked: BackendId | undefined,
    notice: (problem: Problem) => void,
  ): Promise<EngineWorker>
}

/** `supply` has the reader's files, for workers that ask for them. */
export function makeEnginePool(
  spawn: Spawn,
  reachable: Reachable,
  memory: EngineMemory,
  supply?: Supply,
): EnginePool {
  const workers = new Map<Engine, Promise<EngineWorker>>()
  const choosing = new Map<Workload, Promise<Engine | undefined>>()

  function open({ engine, forced }: Candidate): Promise<EngineWorker> {
    const present = workers.get(engine)
    if (present !== undefined) return present
    const opening = openEngineWorker(
      spawn,
      reachable,
      { type: 'open', engine, forced },
      () => workers.delete(engine),
      supply,
    )
    workers.set(engine, opening)
    opening.catch(() => workers.delete(engine))
    return opening
  }

  /** Opens a candidate; undefined if this one can't be used. Throws where no worker can be made at all. */
  async function attempt(
    candidate: Candidate,
    failed: (problem: Problem) => void,
  ): Promise<EngineWorker | undefined> {
    const known = candidate.forced ? undefined : memory.failure(candidate.engine)
    if (known !== undefined) {
      failed({ code: known })
      return undefined
    }
    try {
      return await open(candidate)
    } catch (error) {
      const { problem } =
        error instanceof EngineProblem
          ? error
          : new EngineProblem({ code: 'worker-lost', detail: String(error) })
      if (problem.code === 'worker-blocked') throw error
      if (!candidate.forced && LASTING.has(problem.code)) memory.noteFailure(candidate.engine, problem.code)
      failed(problem)
      return undefined
    }
  }

  /** Times what is worth timing, once for each workload and device; the losers' workers are ended. */
  async function findFastest(workload: Workload): Promise<Engine | undefined> {
    if (!needsTiming(workload)) return undefined
    const remembered = memory.choice(workload)
    if (remembered !== undefined) return remembered
    const tried: EngineWorker[] = []
    const engine = await fastest(
      candidates(workload).map((candidate) => candidate.engine),
      async (each) => {
        const worker = await attempt({ engine: each, forced: false }, () => undefined)
        if (worker) tried.push(worker)
        return worker?.time(workload)
      },
    )
    for (const worker of tried) if (worker.engine !== engine) worker.closeIfUnused()
    if (engine !== undefined) memory.noteChoice(workload, engine)
    return engine
  }

  function chooseOnce(workload: Workload): Promise<Engine | undefined> {
    const present = choosing.get(workload)
    if (present !== undefined) return present
    const found = findFastest(workload)
    choosing.set(workload, found)
    found.catch(() => choosing.delete(workload))
    return found
  }

  return {
    async choose(workload, asked, notice) {
      let last: Problem = { code: 'backend-unavailable' }
      const [first, ...others] = candidates(workload, asked)
      if (first.forced) {
        const worker = await attempt(first, (problem) => notice({ ...problem, goesOn: true }))
        if (worker?.software === true) notice({ code: 'backend-software', goesOn: true })
        if (worker) return worker
      } else others.unshift(first)
      const best = await chooseOnce(workload)
      const ordered = best === undefined ? others : [{ engine: best, forced: false }, ...others]
      for (const candidate of ordered) {
        const worker = await attempt(candidate, (problem) => (last = problem))
        if (worker) return worker
      }
      throw new EngineProblem(last)
    },
  }
}
