import { defineExperiment } from '../../core/run/experiment.ts'
import { legendreSum } from '../../math/legendre.ts'
import { drawFresh, drawSample, fitPolynomial, meanSquaredError, type Sample } from './model/sample.ts'
import { copyTally, decompose, emptyTally, meanFit, takeIn, type Tally } from './model/tally.ts'
import { truths } from './model/truths.ts'
import spec, { BUNDLE, FINE, FRESH, MOST_DEGREE, PLACES, type FitAction } from './spec.ts'

interface Saved {
  readonly draws: number
  readonly degree: number
  readonly tally: Tally
  /** The last data set where the reader has moved points, else nothing: it can be drawn again. */
  readonly moved: readonly Float64Array[]
}

const places = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => -1 + (2 * i) / (count - 1))
const X = places(PLACES)
const FINE_X = places(FINE)
const DEGREES = Array.from({ length: MOST_DEGREE + 1 }, (_, degree) => degree)
const curveOf = (coefficients: Float64Array, at = X): Float64Array =>
  at.map((x) => legendreSum(coefficients, x))

/** Each round draws a new data set from the same truth and fits polynomials of all degrees to it, exactly. */
export default defineExperiment(spec, {
  create(values, env) {
    const f = truths[values.truth]
    const truth = X.map(f)
    const ridge = values.ridge ? values.lambda : 0
    let degree = values.degree
    let draws = 0
    let tally = emptyTally()
    let moved: Sample | undefined

    const sample = (draw: number): Sample =>
      drawSample(env.rng.split(`sample ${draw}`), values.points, f, values.noise)
    const last = (): Sample => moved ?? sample(draws - 1)

    const round = (): void => {
      const data = sample(draws)
      const fresh = drawFresh(env.rng.split(`fresh ${draws}`), FRESH, f, values.noise)
      for (const each of DEGREES) {
        const fit = fitPolynomial(data, each, ridge)
        const [train, test] = [meanSquaredError(fit, data), meanSquaredError(fit, fresh)]
        takeIn(tally, each, { curve: curveOf(fit), truth, train, test })
      }
      draws++
      moved = undefined
    }
    // Step 0 shows a first data set, not an empty picture.
    round()

    return {
      step: round,
      measure: () => ({
        test: tally.test[degree] / draws,
        train: tally.train[degree] / draws,
        ...decompose(tally, degree, truth, draws),
      }),
      frame() {
        const { x, y } = last()
        const from = Math.max(0, draws - BUNDLE)
        const bundle = new Float32Array((draws - from) * PLACES)
        for (let draw = from; draw < draws; draw++)
          bundle.set(curveOf(fitPolynomial(sample(draw), degree, ridge)), (draw - from) * PLACES)
        const parts = DEGREES.map((each) => decompose(tally, each, truth, draws))
        return {
          degree,
          draws,
          points: Float64Array.from({ length: 2 * x.length }, (_, i) => (i % 2 === 0 ? x : y)[i >> 1]),
          moved: moved !== undefined,
          truth: Float32Array.from(truth),
          fit: Float32Array.from(curveOf(fitPolynomial(last(), degree, ridge), FINE_X)),
          mean: Float32Array.from(meanFit(tally, degree, draws)),
          bundle,
          train: tally.train.map((sum) => sum / draws),
          test: tally.test.map((sum) => sum / draws),
          bias: Float64Array.from(parts, ({ bias }) => bias),
          variance: Float64Array.from(parts, ({ variance }) => variance),
        }
      },
      set(changed) {
        degree = changed.degree ?? degree
      },
      act(action) {
        const data = last()
        if (!moves(action, data.x.length)) return
        const { index, x, y } = action
        moved = { x: data.x.with(index, x), y: data.y.with(index, y) }
      },
      save: (): Saved => ({
        draws,
        degree,
        tally: copyTally(tally),
        moved: moved ? [moved.x.slice(), moved.y.slice()] : [],
      }),
      restore(checkpoint) {
        const saved = checkpoint as Saved
        ;({ draws, degree } = saved)
        tally = copyTally(saved.tally)
        const [x, y] = saved.moved
        moved = saved.moved.length > 0 ? { x: x.slice(), y: y.slice() } : undefined
      },
      dispose: () => undefined,
    }
  },
})

/** Links may be old, or of another book: only what moves a point that there is. */
function moves(action: unknown, points: number): action is FitAction {
  if (typeof action !== 'object' || action === null) return false
  const { type, index, x, y } = action as Partial<Record<keyof FitAction, unknown>>
  return (
    type === 'move' &&
    Number.isInteger(index) &&
    (index as number) >= 0 &&
    (index as number) < points &&
    Number.isFinite(x) &&
    Number.isFinite(y)
  )
}
