import { afterAll, describe, expect, it } from 'vitest'
import { descentPath } from '../../src/math/descent.ts'
import { getOptimizer, optimizers } from '../../src/math/optimizers/index.ts'
import type { Values } from '../../src/math/parameter.ts'
import { hyperOf, optimizerOf, type OptimizerReference } from '../golden/cases.ts'
import { OWN_REFERENCE, readGolden, Tally } from './golden.ts'

const { functions, runs } = readGolden('optimizers') as OptimizerReference

type Slope = (w: Iterable<number>) => [number, number]
type Height = (w: Iterable<number>) => number

const quadratic = ({ a, b, c }: Values): [Height, Slope] => [
  ([x, y]) => 0.5 * (a * x * x + b * y * y) + c * x * y,
  ([x, y]) => [a * x + c * y, b * y + c * x],
]

const surfaces: Record<string, (p: Values, formula: string) => [Height, Slope]> = {
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

  it.each(Object.keys(functions))('%s is level at its minimum, and runs begin at its start', (name) => {
    const { params, formula, start, minimum } = functions[name]
    const [, slope] = (surfaces[name] ?? quadratic)(params, formula)
    if (minimum) slopes.compare(name, slope(minimum), [0, 0])
    const starts = runs.filter((run) => run.name.startsWith(`${name}/`)).map((run) => run.inputs.start)
    if (start) expect(starts).toContainEqual(start)
  })

  it.each(runs)('$name', ({ name, inputs, expected }) => {
    const { surface, id } = optimizerOf(name)
    const { params, formula } = functions[surface]
    const [height, slope] = (surfaces[surface] ?? quadratic)(params, formula)
    slopes.compare(name, slope(inputs.start), expected.grad_at_start)
    const path = descentPath(getOptimizer(id), {
      start: inputs.start,
      steps: expected.params.length - 1,
      gradient: slope,
      rate: inputs.lr,
      hyper: hyperOf(inputs.hyper),
    })
    weights.compare(
      name,
      path.flatMap((point) => [...point]),
      expected.params.flat(),
    )
    heights.compare(name, path.map(height), expected.loss)
  })

  it.runIf(OWN_REFERENCE)('leave no optimiser out', () => {
    const compared = new Set(runs.map(({ name }) => optimizerOf(name).id))
    expect([...optimizers.keys()].filter((id) => !compared.has(id))).toEqual([])
  })
})
