import type { Architecture, NetLayer, PlannedLayer } from '../../math/architecture.ts'
import type { Rng } from '../../math/rng.ts'
import { makeActivation } from '../activations.ts'
import * as tf from '../backend/tf.ts'
import { initializers, type InitializerId } from '../initializers.ts'
import { makeBatchNorm, type BatchNorm } from '../layers/batchNorm.ts'
import { makeConv2D } from '../layers/conv2d.ts'
import { makeDense } from '../layers/dense.ts'
import { makeDropout, type Dropout } from '../layers/dropout.ts'
import { flatten } from '../layers/flatten.ts'
import type { Layer } from '../layers/layer.ts'
import { avgPool, globalAvgPool, maxPool } from '../layers/pooling.ts'
import { disposeModel, type Model } from './model.ts'

export interface ConvNetOptions {
  /** `he-uniform` unless said. */
  readonly initializer?: InitializerId
}

/** One layer as it was made. */
export interface ConvNetStage {
  /** Its key in `layers` if it has any numbers: `conv-1`, `dense-2`… by position, the last one `output`. */
  readonly name: string
  readonly planned: PlannedLayer
  readonly layer?: Layer
  readonly norm?: BatchNorm
  readonly dropout?: Dropout
}

export interface ConvNet extends Model {
  readonly stages: readonly ConvNetStage[]
  /** [batch, height, width, channels] → logits [batch, classes], as the trained network is used. */
  apply(x: tf.Tensor4D): tf.Tensor2D
  /** The same as training sees it: with dropout, by the number of the update (from 1), and with the batch's own statistics. */
  train(x: tf.Tensor4D, update: number): tf.Tensor2D
  /** What every stage gives, in the order of `stages`. The caller disposes of it. */
  trace(x: tf.Tensor4D): tf.Tensor[]
}

type Forward = (x: tf.Tensor, update: number | undefined) => tf.Tensor

/**
 * Builds a planned network. Each layer draws its weights from a stream of its own, so that changing one leaves the
 * others' start as it was.
 */
export function makeConvNet(
  rng: Rng,
  plan: Architecture,
  { initializer = 'he-uniform' }: ConvNetOptions = {},
): ConvNet {
  const made = plan.layers.map((planned, index): ConvNetStage & { readonly forward: Forward } => {
    const { kind } = planned.layer
    const name = index === plan.layers.length - 1 ? 'output' : `${kind}-${index + 1}`
    const built = build(rng.split(name), planned, initializer)
    return { name, planned, ...built }
  })
  const layers = Object.fromEntries(
    made.flatMap(({ name, layer }): [string, Layer][] => (layer ? [[name, layer]] : [])),
  )
  const run = (x: tf.Tensor, update: number | undefined, watch?: (y: tf.Tensor) => void): tf.Tensor =>
    made.reduce((h, { forward }) => {
      const y = forward(h, update)
      watch?.(y)
      return y
    }, x)
  return {
    layers,
    stages: made,
    apply: (x) => run(x, undefined) as tf.Tensor2D,
    train: (x, update) => run(x, update) as tf.Tensor2D,
    trace(x) {
      const kept: tf.Tensor[] = []
      // A layer that changes nothing hands its input on: a trace owns each of its tensors once.
      tf.tidy(() => {
        run(x, undefined, (y) => kept.push(tf.keep(tf.clone(y))))
      })
      return kept
    },
    dispose: () => disposeModel({ layers, dispose: () => undefined }),
  }
}

function build(
  rng: Rng,
  { layer: asked, input }: PlannedLayer,
  initializerId: InitializerId,
): Pick<ConvNetStage, 'layer' | 'norm' | 'dropout'> & { readonly forward: Forward } {
  const initializer = initializers[initializerId]
  switch (asked.kind) {
    case 'conv': {
      const { filters, size, stride, dilation, padding } = asked
      const options = { inputs: input.channels, filters, size, stride, dilation, padding, initializer }
      const layer = makeConv2D(rng, options)
      const f = makeActivation(asked.activation)
      return { layer, forward: (x) => f(layer.apply(x as tf.Tensor4D)) }
    }
    case 'dense': {
      const inputs = input.height * input.width * input.channels
      const layer = makeDense(rng, { inputs, units: asked.units, initializer })
      const f = makeActivation(asked.activation)
      return { layer, forward: (x) => f(layer.apply(x.rank === 2 ? (x as tf.Tensor2D) : flatten(x))) }
    }
    case 'batch-norm': {
      const norm = makeBatchNorm({ channels: input.channels })
      return { layer: norm, norm, forward: (x, update) => norm.apply(x, update !== undefined) }
    }
    case 'dropout': {
      const dropout = makeDropout(rng, asked.rate)
      return { dropout, forward: (x, update) => (update === undefined ? x : dropout.apply(x, update)) }
    }
    case 'pool':
      return { forward: (x) => pool(x as tf.Tensor4D, asked) }
    case 'global-pool':
      return { forward: (x) => globalAvgPool(x as tf.Tensor4D) }
  }
}

function pool(
  x: tf.Tensor4D,
  { how, size, stride, padding }: Extract<NetLayer, { kind: 'pool' }>,
): tf.Tensor4D {
  const options = { size, stride, padding }
  return how === 'max' ? maxPool(x, options) : avgPool(x, options)
}
