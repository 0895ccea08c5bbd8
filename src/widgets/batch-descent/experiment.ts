import { defineExperiment } from '../../core/run/experiment.ts'
import { batchGradient, makeData, momentsOf } from './model/regression.ts'
import spec, { ARROWS, bestLine, EXAMPLES, HALVING, meanSquaredError, START } from './spec.ts'

interface Saved {
  readonly slope: Float64Array
  readonly height: Float64Array
  readonly examples: number
  /** The order of the present pass over the data, and how far it has been read. */
  readonly order: Int32Array
  readonly read: number
  readonly rng: Uint32Array
}

/** A line as steep as this is on no map any more. */
const FAR = 1e6

/**
 * Straight-line regression by gradient descent on batches of any size. The examples are shuffled before each pass and
 * read without replacement, as in practice; a last batch too short for its size is left out.
 */
export default defineExperiment(spec, {
  create(values, env) {
    const { batchSize, learningRate, falling, noise } = values
    const data = makeData(env.rng.split('data'), noise)
    const moments = momentsOf(data)
    const [bestSlope, bestHeight] = bestLine(moments)
    const least = meanSquaredError(moments, bestSlope, bestHeight)
    const shuffle = env.rng.split('order')

    let slope: number[] = [START[0]]
    let height: number[] = [START[1]]
    let examples = 0
    let order = shuffle.permutation(EXAMPLES)
    let read = 0

    const lossAt = (step: number): number => meanSquaredError(moments, slope[step], height[step])
    const excess = (): number => Math.max(lossAt(slope.length - 1) - least, 1e-16)

    /** Gradients that other batches of this size would give at the present line. */
    const sampleArrows = (): Float64Array => {
      const step = slope.length - 1
      const draw = env.rng.split(`arrows ${step}`)
      const arrows = new Float64Array(2 * ARROWS)
      for (let k = 0; k < ARROWS; k++) {
        const batch = draw.permutation(EXAMPLES).subarray(0, batchSize)
        arrows.set(batchGradient(data, batch, slope[step], height[step]), 2 * k)
      }
      return arrows
    }

    return {
      step() {
        if (read + batchSize > EXAMPLES) {
          order = shuffle.permutation(EXAMPLES)
          read = 0
        }
        const step = slope.length - 1
        const batch = order.subarray(read, read + batchSize)
        const [bySlope, byHeight] = batchGradient(data, batch, slope[step], height[step])
        const rate = falling ? learningRate / (1 + step / HALVING) : learningRate
        slope.push(slope[step] - rate * bySlope)
        height.push(height[step] - rate * byHeight)
        read += batchSize
        examples += batchSize
      },
      measure: () => ({ excess: excess(), loss: lossAt(slope.length - 1) }),
      frame(look) {
        const gone = slope.findIndex((at, step) => !(Math.abs(at) < FAR && Math.abs(height[step]) < FAR))
        const kept = gone < 0 ? slope.length : gone
        const [now, above] = [lossAt(slope.length - 1), excess()]
        const asked = look.values['arrows'] === true && gone < 0
        return {
          slope: Float32Array.from(slope.slice(0, kept)),
          height: Float32Array.from(height.slice(0, kept)),
          moments,
          // The first member's stand for all.
          data: env.member === 0 ? data.slice() : new Float32Array(0),
          examples,
          loss: Number.isFinite(now) ? now : null,
          excess: Number.isFinite(above) ? above : null,
          arrows: asked ? sampleArrows() : new Float64Array(0),
        }
      },
      diagnose: () => ({ place: 'line', cause: 'rate-too-high' }),
      save: (): Saved => ({
        slope: Float64Array.from(slope),
        height: Float64Array.from(height),
        examples,
        order: order.slice(),
        read,
        rng: shuffle.state(),
      }),
      restore(checkpoint) {
        const saved = checkpoint as Saved
        slope = [...saved.slope]
        height = [...saved.height]
        examples = saved.examples
        order = saved.order.slice()
        read = saved.read
        shuffle.setState(saved.rng)
      },
      dispose: () => undefined,
    }
  },
})
