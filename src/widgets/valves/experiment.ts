import { defineExperiment } from '../../core/run/experiment.ts'
import spec from './spec.ts'
import { judge } from './spec/pipes.ts'

interface Saved {
  readonly valves: Float64Array
  readonly rate: number
}

/** Gradient descent on the reader's valves: each update turns all twelve against their slopes, over all three examples. */
export default defineExperiment(spec, {
  create(values) {
    let valves = Float64Array.from(values.valves)
    let rate = values.learningRate
    return {
      step() {
        const { gradient } = judge(valves, values.task)
        valves = valves.map((w, i) => w - rate * gradient[i])
      },
      measure() {
        const { loss, right } = judge(valves, values.task)
        return { loss, right }
      },
      frame: () => ({ valves: valves.slice() }),
      set(changed) {
        rate = changed.learningRate ?? rate
        if (changed.valves) valves = Float64Array.from(changed.valves)
      },
      diagnose: () => ({ cause: 'rate-too-high' }),
      save: (): Saved => ({ valves: valves.slice(), rate }),
      restore(checkpoint) {
        const saved = checkpoint as Saved
        valves = saved.valves.slice()
        rate = saved.rate
      },
      dispose: () => undefined,
    }
  },
})
