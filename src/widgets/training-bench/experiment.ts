import { defineExperiment, type Metrics } from '../../core/run/experiment.ts'
import { mean } from '../../math/statistics.ts'
import { makeSeedRun, type SavedSeed, type Scores } from './model/seedRun.ts'
import spec, { type BenchFrame } from './spec.ts'

const QUANTITIES = ['train', 'test', 'trainError', 'testError'] as const

/** One variant, on several seeds at once. Twins share, seed by seed, data, start, batches and budget. */
export default defineExperiment(spec, {
  create(values) {
    const runs = Array.from({ length: values.seeds }, (_, i) => makeSeedRun(values, values.seed + i))
    let scored: readonly Scores[] | undefined

    const scores = async (): Promise<readonly Scores[]> => {
      if (scored) return scored
      const all: Scores[] = []
      for (const run of runs) all.push(await run.scores())
      return (scored = all)
    }
    const advance = (count: number): void | Promise<void> => {
      scored = undefined
      const waits = runs.map((run) => run.advance(count)).filter((wait) => wait !== undefined)
      if (waits.length > 0) return Promise.all(waits).then(() => undefined)
    }

    return {
      step: () => advance(1),
      steps: advance,
      async measure(): Promise<Metrics> {
        const all = await scores()
        const metrics: Record<string, number> = {}
        for (const id of QUANTITIES) {
          const each = all.map((one) => one[id])
          metrics[id] = mean(each)
          metrics[`${id}Low`] = Math.min(...each)
          metrics[`${id}High`] = Math.max(...each)
        }
        const { test, train, testError, trainError } = metrics
        return { ...metrics, gap: test - train, errorGap: testError - trainError }
      },
      async frame(look): Promise<BenchFrame> {
        const all = await scores()
        const of = (id: keyof Scores): Float64Array => Float64Array.from(all, (one) => one[id])
        const shown = Math.min(runs.length, Number(look.values['shown'] ?? values.shown)) - 1
        return {
          train: of('train'),
          test: of('test'),
          trainError: of('trainError'),
          testError: of('testError'),
          at: Int32Array.from(runs, (run) => run.at()),
          logits: await runs[shown].field(),
          points: runs[shown].marks(),
        }
      },
      async diagnose() {
        const all = await scores()
        const broken = all.findIndex((one) => !Number.isFinite(one.train + one.test))
        return runs[Math.max(0, broken)].diagnose()
      },
      async save() {
        const saved: SavedSeed[] = []
        for (const run of runs) saved.push(await run.save())
        return saved
      },
      restore(checkpoint) {
        const saved = checkpoint as readonly SavedSeed[]
        runs.forEach((run, i) => run.restore(saved[i]))
        scored = undefined
      },
      dispose() {
        for (const run of runs) run.dispose()
      },
    }
  },
})
