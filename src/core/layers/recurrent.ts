import type { Rng } from '../../math/rng.ts'
import * as tf from '../backend/tf.ts'
import { constantly, initializers, type Initializer } from '../initializers.ts'
import { disposeWeights, makeVariable, type Layer } from './layer.ts'

export interface RecurrentOptions {
  readonly inputs: number
  readonly units: number
  /** Xavier-uniform unless said. */
  readonly initializer?: Initializer
  /** Orthogonal unless said. */
  readonly recurrentInitializer?: Initializer
}

/** What a cell keeps from one time step to the next: each [batch, units]. */
export interface CellState {
  readonly hidden: tf.Tensor2D
  /** The LSTM's memory. */
  readonly cell?: tf.Tensor2D
}

/** A recurrent cell with weights kernel [inputs, gates·units], recurrent [units, gates·units], bias [gates·units]. */
export interface Cell extends Layer {
  readonly units: number
  /** Zeros. */
  start(batch: number): CellState
  /** x W + b for any number of time steps at once: […, inputs] → […, gates·units]. */
  project(x: tf.Tensor2D): tf.Tensor2D
  /** One time step, from the projected input [batch, gates·units]. */
  step(projected: tf.Tensor2D, state: CellState): CellState
}

/** What a sequence made of the cell. */
export interface Unrolled {
  /** The hidden state after each time step: time × [batch, units]. */
  readonly hidden: readonly tf.Tensor2D[]
  readonly last: CellState
}

/** The weights that all kinds of cells have, for this number of gates. */
export function makeCellWeights(rng: Rng, gates: number, options: RecurrentOptions) {
  const { inputs, units, initializer = initializers['xavier-uniform'] } = options
  const { recurrentInitializer = initializers.orthogonal } = options
  const matrix = (label: string, rows: number, initialize: Initializer) =>
    makeVariable(rng.split(label), [rows, gates * units], initialize, {
      fanIn: rows,
      fanOut: gates * units,
    }) as tf.Variable<tf.Rank.R2>
  return {
    kernel: matrix('kernel', inputs, initializer),
    recurrent: matrix('recurrent', units, recurrentInitializer),
    bias: makeVariable(rng, [gates * units], constantly(0)) as tf.Variable<tf.Rank.R1>,
  }
}

export type CellWeights = ReturnType<typeof makeCellWeights>

/** Everything of a cell but its step. */
export function makeCellBody<W extends CellWeights>(weights: W, units: number) {
  return {
    weights,
    units,
    start: (batch: number): CellState => ({ hidden: tf.zeros([batch, units]) }),
    project: (x: tf.Tensor2D): tf.Tensor2D => tf.add(tf.matMul(x, weights.kernel), weights.bias),
    dispose: () => disposeWeights(weights),
  }
}

/**
 * Runs a cell over a sequence [batch, time, inputs] from a state (zeros unless given). The input's part of all time steps
 * is computed at once.
 */
export function unroll(cell: Cell, x: tf.Tensor3D, state = cell.start(x.shape[0])): Unrolled {
  const [batch, time, inputs] = x.shape
  const projected = cell.project(tf.reshape(x, [batch * time, inputs]))
  const steps = tf.unstack(tf.reshape(projected, [batch, time, -1]), 1) as tf.Tensor2D[]
  const hidden: tf.Tensor2D[] = []
  let last = state
  for (const step of steps) {
    last = cell.step(step, last)
    hidden.push(last.hidden)
  }
  return { hidden, last }
}
