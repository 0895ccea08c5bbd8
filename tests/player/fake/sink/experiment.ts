import { defineExperiment } from '../../../../src/core/run/experiment.ts'
import spec, { type SinkFrame } from './spec.ts'

export default defineExperiment(spec, {
  create(values) {
    let { rate } = values
    let path = [values.from]
    const w = (): number => path.at(-1) ?? Number.NaN
    const move = (): void => {
      path.push(w() - rate * w())
    }
    return {
      step: move,
      async *phases() {
        yield await Promise.resolve('slope')
        move()
        yield 'move'
      },
      measure: () => ({ loss: w() ** 2 + 1e-9, test: 1.2 * w() ** 2 + 1e-3 }),
      frame: (): SinkFrame => ({ w: w(), path: Float64Array.from(path) }),
      ask: () => 2 * w(),
      set(changed) {
        rate = changed.rate ?? rate
      },
      act({ put }) {
        path[path.length - 1] = put
      },
      diagnose: () => ({ place: 'w', cause: 'rate-too-high' }),
      save: () => ({ rate, path: [...path] }),
      restore(checkpoint) {
        const saved = checkpoint as { rate: number; path: number[] }
        rate = saved.rate
        path = [...saved.path]
      },
      dispose() {
        path = []
      },
    }
  },
})
