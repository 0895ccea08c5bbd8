import type { Run } from '../core/run/experiment.ts'
import type { AnySpec } from '../protocol/spec.ts'

/** Milliseconds spent in steps, and how many they were. */
export interface Stopwatch {
  milliseconds: number
  steps: number
}

/** The same run, its steps timed; measuring and drawing are not. */
export function timed(run: Run<AnySpec>, watch: Stopwatch): Run<AnySpec> {
  const time = (count: number, work: () => void | Promise<void>): void | Promise<void> => {
    const before = performance.now()
    const stop = (): void => {
      watch.milliseconds += performance.now() - before
      watch.steps += count
    }
    const working = work()
    if (working === undefined) stop()
    else return working.then(stop)
  }
  return {
    step: () => time(1, () => run.step()),
    ...(run.steps ? { steps: (n: number) => time(n, () => run.steps?.(n)) } : {}),
    ...(run.measure ? { measure: () => run.measure?.() ?? {} } : {}),
    ...(run.finished ? { finished: () => run.finished?.() ?? false } : {}),
    ...(run.diagnose ? { diagnose: () => run.diagnose?.() ?? {} } : {}),
    frame: (look) => run.frame(look),
    save: () => run.save(),
    restore: (checkpoint) => run.restore(checkpoint),
    dispose: () => run.dispose(),
  }
}
