import linear from '../../../math/activations/linear.ts'
import tanh from '../../../math/activations/tanh.ts'
import { backward, forward, type DenseLayer } from '../../../math/network.ts'

/** Two taps, three tanks, two fountains. */
export const TAPS = 2
export const TANKS = 3
export const FOUNTAINS = 2
/** The pipes between taps and tanks come first, tank by tank; then those between tanks and fountains, fountain by fountain. */
export const FIRST_PIPES = TANKS * TAPS
export const PIPES = FIRST_PIPES + FOUNTAINS * TANKS

/** How far each tap is open. */
export type Taps = readonly [number, number]
/** What the figure is asked for: only the left tap, only the right one, both. */
export const EXAMPLES: readonly Taps[] = [
  [1, 0],
  [0, 1],
  [1, 1],
]

/** What each fountain should give for each example: [fountain 1, fountain 2]. */
export const TASKS = {
  /** The first takes the left tap's water, the second half of everything. A sum can do it. */
  share: [
    [1, 0.5],
    [0, 0.5],
    [1, 1],
  ],
  /** The first runs if just one tap is open, the second if both are. No sum can do it. */
  either: [
    [1, 0],
    [1, 0],
    [0, 1],
  ],
} as const satisfies Record<string, readonly (readonly [number, number])[]>
export type TaskId = keyof typeof TASKS

/** A flow this near to the wanted one counts as right. */
export const NEAR = 0.1

/** One pipe: where it comes from, where it leads, and in which of the two gaps it lies. */
export interface Pipe {
  readonly index: number
  readonly gap: 0 | 1
  readonly from: number
  readonly to: number
}

export const pipes: readonly Pipe[] = Array.from({ length: PIPES }, (_, index) =>
  index < FIRST_PIPES
    ? { index, gap: 0, from: index % TAPS, to: Math.floor(index / TAPS) }
    : {
        index,
        gap: 1,
        from: (index - FIRST_PIPES) % TANKS,
        to: Math.floor((index - FIRST_PIPES) / TANKS),
      },
)

/** What runs where. */
export interface Flow {
  readonly taps: Taps
  /** How far each tank stands above its mark, or below: never to the brim at 1, nor to the floor at −1. */
  readonly tanks: Float64Array
  readonly fountains: Float64Array
}

/** A two-layer network without biases: tanks h = tanh(W x), fountains y = V h. The twelve valves are its weights. */
function layersOf(valves: ArrayLike<number>): readonly [DenseLayer, DenseLayer] {
  const all = Float64Array.from(valves)
  return [
    {
      inputs: TAPS,
      units: TANKS,
      weights: all.subarray(0, FIRST_PIPES),
      bias: new Float64Array(TANKS),
      activation: tanh,
    },
    {
      inputs: TANKS,
      units: FOUNTAINS,
      weights: all.subarray(FIRST_PIPES),
      bias: new Float64Array(FOUNTAINS),
      activation: linear,
    },
  ]
}

/** Opens the taps and follows the water. */
export function flowOf(valves: ArrayLike<number>, taps: Taps): Flow {
  const { a } = forward(layersOf(valves), Float64Array.from(taps))
  return {
    taps,
    tanks: a[0] ?? new Float64Array(TANKS),
    fountains: a[1] ?? new Float64Array(FOUNTAINS),
  }
}

/** What runs through one pipe. */
export function flowIn({ index, gap, from }: Pipe, valves: ArrayLike<number>, flow: Flow): number {
  return (valves[index] ?? 0) * ((gap === 0 ? flow.taps[from] : flow.tanks[from]) ?? 0)
}

export interface Score {
  /** Mean squared error over the six flows. */
  readonly loss: number
  /** How many of the six are near the wanted ones. */
  readonly right: number
  /** ∂L/∂w of every valve. */
  readonly gradient: Float64Array
  /** What the fountains give for each example. */
  readonly given: readonly (readonly [number, number])[]
}

const INPUTS = Float64Array.from(EXAMPLES.flat())

/** All examples at once: how wrong the fountains are, and what each valve has to do with it. */
export function judge(valves: ArrayLike<number>, task: TaskId): Score {
  const layers = layersOf(valves)
  const pass = forward(layers, INPUTS)
  const answers = pass.a[1] ?? new Float64Array(0)
  const errors = answers.map((answer, k) => answer - (TASKS[task].flat()[k] ?? 0))
  const count = errors.length
  const { weights } = backward(
    layers,
    INPUTS,
    pass,
    errors.map((error) => (2 * error) / count),
  )
  return {
    loss: errors.reduce((sum, error) => sum + (error * error) / count, 0),
    right: errors.filter((error) => Math.abs(error) <= NEAR).length,
    gradient: Float64Array.from(weights.flatMap((part) => [...part])),
    given: EXAMPLES.map((_, i) => [answers[2 * i] ?? 0, answers[2 * i + 1] ?? 0] as const),
  }
}
