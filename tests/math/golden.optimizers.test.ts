import { afterAll, describe, it } from 'vitest'
import { descentPath } from '../../src/math/descent.ts'
import { getOptimizer } from '../../src/math/optimizers/index.ts'
import type { Values } from '../../src/math/parameter.ts'
import { readGolden, Tally } from './golden.ts'

interface Run {
  name: string
  inputs: { start: number[]; lr: number; hyper: Hyper }
  expected: { params: number[][]; loss: number[]; grad_at_start: number[] }
}

type Hyper = Record<string, number | boolean | number[]>

const { functions, runs } = readGolden('optimizers') as {
  functions: Record<string, { params: Values; formula: string }>
  runs: Run[]
}

/** PyTorch's names for hyperparameters in ours. */
function translate(hyper: Hyper): Partial<Values> {
  const [beta1, beta2] = (hyper['betas'] as number[] | undefined) ?? []
  const given = {
    beta1,
    beta2,
    momentum: hyper['momentum'],
    rho: hyper['alpha'] ?? hyper['rho'],
    epsilon: hyper['eps'],
    decay: hyper['weight_decay'],
    initialSum: hyper['initial_accumulator_value'],
    centered: Number(hyper['centered'] ?? 0),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Values
}

/** `quadratic/rmsprop_centered` is a run of rmsprop; adamw is not one of adam. */
const optimizerOf = (name: string) => getOptimizer(name.split('/')[1].split('_')[0])

type Slope = (w: Iterable<number>) => [number, number]
type Height = (w: Iterable<number>) => number

const surfaces: Record<string, (p: Values, formula: string) => [Height, Slope]> = {
  quadratic: ({ a, b, c }) => [
    ([x, y]) => 0.5 * (a * x * x + b * y * y) + c * x * y,
    ([x, y]) => [a * x + c * y, b * y + c * x],
  ],
  rosenbrock: () => [
    ([x, y]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    ([x, y]) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  ],
  beale: () => {
    const errors = (x: number, y: number) => [1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y ** 3]
    return [
      ([x, y]) => errors(x, y).reduce((sum, error) => sum + error * error, 0),
      ([x, y]) => {
        const [a, b, c] = errors(x, y)
        return [
          2 * (a * (y - 1) + b * (y * y - 1) + c * (y ** 3 - 1)),
          2 * x * (a + 2 * b * y + 3 * c * y * y),
        ]
      },
    ]
  },
  tiny_gradient: (_, formula) => {
    const [, exponent, ratio] = /2\^(-\d+) \* 0\.5\*\(x\^2 \+ ([\d.]+) y\^2\)/.exec(formula)!.map(Number)
    const scale = 2 ** exponent
    return [([x, y]) => scale * 0.5 * (x * x + ratio * y * y), ([x, y]) => [scale * x, scale * ratio * y]]
  },
}

describe('optimisers against PyTorch', () => {
  const weights = new Tally('optimisers: weights', 1e-10)
  const heights = new Tally('optimisers: losses', 1e-10)
  const slopes = new Tally('optimisers: first gradients', 1e-10)
  afterAll(() => {
    for (const tally of [weights, heights, slopes]) tally.print()
  })

  it.each(runs)('$name', ({ name, inputs, expected }) => {
    const surface = name.split('/')[0]
    const [height, slope] = surfaces[surface](functions[surface].params, functions[surface].formula)
    slopes.compare(name, slope(inputs.start), expected.grad_at_start)
    const path = descentPath(optimizerOf(name), {
      start: inputs.start,
      steps: expected.params.length - 1,
      gradient: slope,
      rate: inputs.lr,
      hyper: translate(inputs.hyper),
    })
    weights.compare(
      name,
      path.flatMap((point) => [...point]),
      expected.params.flat(),
    )
    heights.compare(name, path.map(height), expected.loss)
  })
})
