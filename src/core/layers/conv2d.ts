import type { Rng } from '../../math/rng.ts'
import { spread } from '../backend/dilatedFilter.ts'
import * as tf from '../backend/tf.ts'
import { constantly, initializers, type Initializer } from '../initializers.ts'
import { disposeWeights, makeVariable, type Layer } from './layer.ts'
import { libraryPadding, pair, type Padding, type Pair } from './padding.ts'

export interface ConvOptions {
  /** 1 unless said. */
  readonly stride?: Pair
  /** `same` unless said. */
  readonly padding?: Padding
  /** Cells from one filter entry to the next; 1 unless said. */
  readonly dilation?: Pair
}

export interface Conv2DOptions extends ConvOptions {
  /** Channels of the input. */
  readonly inputs: number
  readonly filters: number
  /** Height and width of a filter, or both alike. */
  readonly size: Pair
  readonly initializer?: Initializer
  /** The bias each filter starts with; `null` for none. */
  readonly bias?: number | null
}

export interface Conv2D extends Layer {
  readonly weights: { readonly kernel: tf.Variable<tf.Rank.R4>; readonly bias?: tf.Variable<tf.Rank.R1> }
  /** [batch, height, width, inputs] → [batch, newHeight, newWidth, filters]. */
  apply(x: tf.Tensor4D): tf.Tensor4D
}

/** A convolutional layer, kernel [height, width, inputs, filters], He-uniform unless said. */
export function makeConv2D(rng: Rng, options: Conv2DOptions): Conv2D {
  const { inputs, filters, size, bias = 0, initializer = initializers['he-uniform'] } = options
  const kernel = makeVariable(rng, [...pair(size), inputs, filters], initializer) as tf.Variable<tf.Rank.R4>
  const weights =
    bias === null
      ? { kernel }
      : { kernel, bias: makeVariable(rng, [filters], constantly(bias)) as tf.Variable<tf.Rank.R1> }
  return {
    weights,
    apply(x) {
      const y = conv2d(x, kernel, options)
      return weights.bias ? tf.add(y, weights.bias) : y
    },
    dispose: () => disposeWeights(weights),
  }
}

/** Cross-correlation, as everywhere in deep learning: the filter is not turned. */
export function conv2d(
  x: tf.Tensor4D,
  kernel: tf.Tensor4D,
  { stride = 1, padding = 'same', dilation = 1 }: ConvOptions,
): tf.Tensor4D {
  const [strides, dilations] = [pair(stride), pair(dilation)]
  const pad = libraryPadding(padding)
  const both = strides.some((length) => length > 1) && dilations.some((length) => length > 1)
  // The library refuses the two together; a dilated filter is an ordinary one with zeros in it.
  if (both) return tf.conv2d(x, spread(kernel, ...dilations) as tf.Tensor4D, strides, pad)
  return tf.conv2d(x, kernel, strides, pad, 'NHWC', dilations)
}
