/** Something that wants turns: a figure's session. */
export interface Task {
  /** When the next turn is wanted (ms of the injected clock); Infinity = not until something happens. */
  readyAt(now: number): number
  /** A reader waits for it: it goes first. */
  urgent(): boolean
  /** It wants no more turns ever. */
  finished(): boolean
  /** Works for a time slice. Never throws. */
  turn(): Promise<void>
}

export interface SchedulerOptions {
  readonly now: () => number
  /** Lets messages be heard. */
  readonly yieldNow: () => Promise<void>
  /** Calls back after `ms`; answers what cancels it. */
  readonly wakeAfter: (ms: number, callback: () => void) => () => void
}

export interface Scheduler {
  add(task: Task): void
  /** Something happened: a task may be ready now. */
  poke(): void
}

/**
 * Gives the tasks turns, one at a time, so that no two runs' work ever interleaves. Of those ready the one goes next that has
 * had the least time; waiting in idleness earns no credit.
 */
export function makeScheduler({ now, yieldNow, wakeAfter }: SchedulerOptions): Scheduler {
  const used = new Map<Task, number>()
  let wasReady = new Set<Task>()
  let working = false
  let cancelWake: (() => void) | undefined
  let level = 0 // the time that the least served task had had when it was last served

  const had = (task: Task): number => used.get(task) ?? 0
  const goesBefore = (a: Task, b: Task): boolean => (a.urgent() === b.urgent() ? had(a) < had(b) : a.urgent())

  function pick(): Task | undefined {
    const time = now()
    const ready = new Set([...used.keys()].filter((task) => task.readyAt(time) <= time))
    let best: Task | undefined
    for (const task of ready) {
      if (!wasReady.has(task)) used.set(task, Math.max(had(task), level))
      if (best === undefined || goesBefore(task, best)) best = task
    }
    wasReady = ready
    return best
  }

  async function work(): Promise<void> {
    if (working) return
    working = true
    cancelWake?.()
    cancelWake = undefined
    for (let task = pick(); task !== undefined; task = pick()) {
      level = had(task)
      const before = now()
      await task.turn()
      used.set(task, level + now() - before)
      if (task.finished()) used.delete(task)
      await yieldNow()
    }
    working = false
    const next = Math.min(...[...used.keys()].map((task) => task.readyAt(now())))
    if (next !== Infinity) cancelWake = wakeAfter(Math.max(0, next - now()), () => void work())
  }

  return {
    add(task) {
      used.set(task, level)
      void work()
    },
    poke: () => void work(),
  }
}
