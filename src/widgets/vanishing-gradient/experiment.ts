import { read } from '../../core/backend/read.ts'
import * as tf from '../../core/backend/tf.ts'
import { variableOf } from '../../core/layers/layer.ts'
import { restoreVariables, saveVariables, type SavedVariables } from '../../core/models/model.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import { drawSizes, type Net } from './model/draw.ts'
import spec, { type Profile } from './spec.ts'

interface Saved {
  readonly draws: number
  readonly variables: SavedVariables
}

/**
 * One step draws a fresh random net and back-propagates through it: how much of the gradient reaches each layer
 * (Glorot and Bengio, 2010). Sums, smallest and largest over the draws stay on the backend until a frame is asked for.
 */
export default defineExperiment(spec, {
  create(values, env) {
    const { activation, start, depth, width } = values
    const net: Net = { activation, start, depth, width }
    const shape = [3, depth]
    const fill = (value: number) => variableOf(new Float32Array(3 * depth).fill(value), shape)
    const variables = { sum: fill(0), low: fill(Infinity), high: fill(-Infinity) }
    let draws = 0

    const draw = (): void => {
      const sizes = drawSizes(env.rng.split(`draw-${draws}`), net)
      tf.tidy(() => {
        variables.sum.assign(tf.add(variables.sum, sizes))
        variables.low.assign(tf.minimum(variables.low, sizes))
        variables.high.assign(tf.maximum(variables.high, sizes))
      })
      sizes.dispose()
      draws++
    }
    // Step 0 shows a first draw, not an empty picture.
    draw()

    const profiles = async (): Promise<Profile[]> => {
      const [sum, low, high] = await Promise.all([
        read(variables.sum),
        read(variables.low),
        read(variables.high),
      ])
      return [0, 1, 2].map((row) => {
        const part = (from: Float32Array): Float64Array =>
          Float64Array.from(from.subarray(row * depth, (row + 1) * depth))
        return { mean: part(sum).map((total) => total / draws), low: part(low), high: part(high) }
      })
    }

    return {
      step: draw,
      async measure() {
        const [signal, , forward] = await profiles()
        return { kept: 10 ** signal.mean[0], forward: 10 ** forward.mean[depth - 1] }
      },
      async frame() {
        const [signal, weights, forward] = await profiles()
        return { draws, signal, weights, forward }
      },
      async save(): Promise<Saved> {
        return { draws, variables: await saveVariables(variables) }
      },
      restore(checkpoint) {
        const saved = checkpoint as Saved
        restoreVariables(variables, saved.variables)
        draws = saved.draws
      },
      dispose() {
        tf.dispose(Object.values(variables))
      },
    }
  },
})
