import { defineExperiment } from '../../core/run/experiment.ts'
import { descend, startDescent, type DescentState } from '../../math/descent.ts'
import { makeTerrain } from '../../math/landscape.ts'
import { getLandscape } from '../../math/landscapes/index.ts'
import { getOptimizer } from '../../math/optimizers/index.ts'
import { fillIn } from '../../math/parameter.ts'
import { copyTree } from '../../protocol/frame.ts'
import spec, { hasOwn, shapeOf, startOf } from './spec.ts'

interface Saved {
  readonly state: DescentState
  readonly x: Float64Array
  readonly y: Float64Array
}

/** Beyond this a ball is on no map any more, and its numbers only grow until they overflow. */
const FAR = 1e6

/** One ball on one landscape, moved by one of `math`'s rules in float64. */
export default defineExperiment(spec, {
  create(values) {
    const landscape = getLandscape(values.landscape)
    const shape = shapeOf(values)
    const terrain = makeTerrain(landscape, shape, values.seed)
    const filled = fillIn(landscape.parameters, shape)
    const lowest = Math.min(
      ...landscape
        .stationary(filled)
        .filter(({ kind }) => kind === 'lowest')
        .map(({ at }) => terrain.value(at)),
    )
    const optimizer = getOptimizer(values.rule)
    // Weight decay is AdamW's own here: in the other rules it would be part of the loss, and bend the map.
    const hyper = {
      momentum: hasOwn(values.rule, 'momentum') ? values.momentum : 0,
      decay: hasOwn(values.rule, 'decay') ? values.weightDecay : 0,
    }

    let state = startDescent(optimizer, startOf(values), hyper)
    let x: number[] = [state.weights[0]]
    let y: number[] = [state.weights[1]]
    const loss = (): number => terrain.value(state.weights) - lowest

    return {
      step() {
        const gradient = terrain.seen(state.weights, state.step)
        state = descend(optimizer, state, gradient, values.learningRate, hyper)
        x.push(state.weights[0])
        y.push(state.weights[1])
      },
      measure: () => ({ loss: loss() }),
      frame() {
        const gone = x.findIndex((at, step) => !(Math.abs(at) < FAR && Math.abs(y[step]) < FAR))
        const kept = gone < 0 ? x.length : gone
        const slope = terrain.seen(state.weights, state.step)
        const gradient: readonly [number, number] = gone < 0 ? [slope[0], slope[1]] : [0, 0]
        const height = loss()
        return {
          x: Float32Array.from(x.slice(0, kept)),
          y: Float32Array.from(y.slice(0, kept)),
          loss: Number.isFinite(height) ? height : null,
          gradient,
          diverged: gone < 0 ? null : gone,
        }
      },
      diagnose: () => ({ place: values.rule, cause: 'rate-too-high' }),
      save: (): Saved => ({ state: copyTree(state), x: Float64Array.from(x), y: Float64Array.from(y) }),
      restore(checkpoint) {
        const saved = checkpoint as Saved
        state = copyTree(saved.state)
        x = [...saved.x]
        y = [...saved.y]
      },
      dispose: () => undefined,
    }
  },
})
