import { choice, defineParams, integer, number, seed } from '../../protocol/params.ts'
import { defineSpec } from '../../protocol/spec.ts'

/** Activation functions of the hidden layers: ids of `math/activations`. */
export const ACTIVATIONS = ['tanh', 'sigmoid', 'relu', 'leaky-relu', 'gelu'] as const
export type ActivationId = (typeof ACTIVATIONS)[number]
export const DATA = ['circle', 'moons', 'spiral'] as const
export type DataId = (typeof DATA)[number]

/** Points to train on; as many again to test with. */
export const POINTS = 256
/** Units of every hidden layer. */
export const UNITS = 16
/** The histograms' axis; what lies beyond is counted in the outermost bins. */
export const REACH = 4
export const BINS = 48

/** How the inputs of a layer's functions are spread, over all its units and the examples of one batch. */
export interface Spread {
  /** Share of the numbers in each of BINS bins from −REACH to REACH, layer after layer: [layers × BINS]. */
  readonly shares: Float32Array
  /** Mean and standard deviation, [layers]. */
  readonly mean: Float32Array
  readonly deviation: Float32Array
}

export interface BatchNormFrame {
  /** The next batch as training will see it: where the network normalises, by the batch's own statistics. */
  readonly training: Spread
  /** The same batch in the network as it is used, by the running statistics; only where it normalises. */
  readonly used: Spread | null
  /** Mean loss over training points as training sees them, and as the network is used. */
  readonly batchLoss: number
  readonly loss: number
  /** Share of the test points on the right side, as the network is used. */
  readonly accuracy: number
}

export default defineSpec<{ frame: BatchNormFrame; action: never; question: never; answer: never }>()({
  name: 'batch-norm',
  params: defineParams({
    weightScale: number({ default: 0.3, min: 0.05, max: 5, scale: 'log' }),
    learningRate: number({ default: 0.1, min: 1e-3, max: 10, scale: 'log', live: true, symbol: 'η' }),
    batch: integer({ default: 32, min: 2, max: POINTS, scale: 'log' }),
    layers: integer({ default: 6, min: 1, max: 10 }),
    activation: choice(ACTIVATIONS, { default: 'tanh' }),
    data: choice(DATA, { default: 'moons', hidden: true }),
    seed: seed(),
  }),
  presets: {
    small: { weightScale: 0.3 },
    matched: { weightScale: 1 },
    few: { weightScale: 1, batch: 4 },
  },
  run: {
    workload: 'tiny',
    stepIs: 'update',
    metrics: {
      loss: { scale: 'log', role: 'train' },
      test: { scale: 'log', role: 'test', hidden: true },
      batchLoss: { scale: 'log', hidden: true },
      accuracy: { scale: 'linear', role: 'share', hidden: true },
    },
    measureEvery: 5,
    speed: 60,
    endStep: () => 400,
    members: (values) => [
      { id: 'plain', values },
      { id: 'normalised', values },
    ],
  },
})
