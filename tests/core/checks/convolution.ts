import { avgPool, maxPool } from '../../../src/core/layers/pooling.ts'
import { conv2d } from '../../../src/core/layers/conv2d.ts'
import { makeBatchNorm } from '../../../src/core/layers/batchNorm.ts'
import { makeLayerNorm } from '../../../src/core/layers/layerNorm.ts'
import type { Padding, Pair } from '../../../src/core/layers/padding.ts'
import { read } from '../../../src/core/backend/read.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import { compute, shapeOf, tensorOf, type Check, type Comparison } from './comparison.ts'
import { flatten, type Nested } from '../../golden/cases.ts'

interface Case {
  name: string
  attrs: Record<string, unknown> & { op: string; groups?: number }
  inputs: Record<string, Nested>
  expected: Record<string, Nested> & { y: Nested; grad: Record<string, Nested> }
}

/** One of PyTorch's tensors, in our layout and back. */
interface Layout {
  to(x: tf.Tensor): tf.Tensor
  back(x: tf.Tensor): tf.Tensor
}

const permuted = (...perm: number[]): Layout => ({
  to: (x) => tf.transpose(x, perm),
  back: (x) =>
    tf.transpose(
      x,
      perm.map((_, axis) => perm.indexOf(axis)),
    ),
})
const same: Layout = { to: (x) => x, back: (x) => x }
/** [n, channels, length] as an image of height 1. */
const line: Layout = {
  to: (x) => tf.expandDims(tf.transpose(x, [0, 2, 1]), 1),
  back: (x) => tf.transpose(tf.squeeze(x, [1]), [0, 2, 1]),
}
const lineFilter: Layout = {
  to: (x) => tf.expandDims(tf.transpose(x, [2, 1, 0]), 0),
  back: (x) => tf.transpose(tf.squeeze(x, [0]), [2, 1, 0]),
}
/** [channels·multiplier, 1, height, width] as [height, width, channels, multiplier]. */
const depthwiseFilter = (channels: number): Layout => ({
  to: (x) => tf.transpose(tf.reshape(x, [channels, -1, x.shape[2]!, x.shape[3]!]), [2, 3, 0, 1]),
  back: (x) => {
    const [height, width, , multiplier] = x.shape
    return tf.reshape(tf.transpose(x, [2, 3, 0, 1]), [channels * multiplier, 1, height, width])
  },
})

interface Operation {
  readonly layouts: { readonly x: Layout; readonly w?: Layout }
  readonly apply: (x: tf.Tensor4D, w: tf.Tensor4D) => tf.Tensor
}

const image = permuted(0, 2, 3, 1)
const filter = permuted(2, 3, 1, 0)

/** PyTorch pads both sides alike. */
function paddingOf(attrs: Case['attrs']): Padding {
  const { padding } = attrs
  if (padding === 'tf_same') return 'same'
  if (Array.isArray(padding)) {
    const [vertical, horizontal] = padding as [number, number]
    return [
      [vertical, vertical],
      [horizontal, horizontal],
    ]
  }
  return padding as number
}

function operationOf({ attrs, inputs }: Case): Operation | undefined {
  const stride = (attrs['stride'] ?? 1) as Pair
  const dilation = (attrs['dilation'] ?? 1) as Pair
  const padding = paddingOf(attrs)
  switch (attrs.op) {
    case 'conv2d':
      return {
        layouts: { x: image, w: filter },
        apply(x, w) {
          const groups = attrs.groups ?? 1
          if (groups === 1) return conv2d(x, w, { stride, padding, dilation })
          // Our layer knows no groups: each is a convolution of its own.
          const filters = tf.split<tf.Tensor4D>(w, groups, 3)
          const parts = tf
            .split<tf.Tensor4D>(x, groups, 3)
            .map((part, i) => conv2d(part, filters[i], { stride, padding, dilation }))
          return tf.concat(parts, 3)
        },
      }
    case 'conv1d': {
      const [, , size] = shapeOf(inputs['w'])
      const causal = attrs['padding'] === 'causal'
      const before = causal ? (size - 1) * (dilation as number) : (padding as number)
      const horizontal: [number, number] = [before, causal ? 0 : before]
      return {
        layouts: { x: line, w: lineFilter },
        apply: (x, w) =>
          conv2d(x, w, {
            stride: [1, stride as number],
            padding: [[0, 0], horizontal],
            dilation: [1, dilation as number],
          }),
      }
    }
    case 'depthwise_conv2d':
      return {
        layouts: { x: image, w: depthwiseFilter(attrs.groups!) },
        apply: (x, w) => tf.depthwiseConv2d(x, w, stride as number, padding as number),
      }
    case 'conv_transpose2d': {
      const [batch, channels, height, width] = shapeOf(inputs['g'])
      return {
        layouts: { x: image, w: filter },
        apply: (x, w) =>
          tf.conv2dTranspose(x, w, [batch, height, width, channels], stride as number, padding as number),
      }
    }
    case 'max_pool':
      return {
        layouts: { x: image },
        apply: (x) => maxPool(x, { size: attrs['kernel'] as number, stride, padding }),
      }
    case 'avg_pool':
      return {
        layouts: { x: image },
        apply(x) {
          const size = attrs['kernel'] as number
          if (!attrs['count_include_pad']) return avgPool(x, { size, stride, padding })
          const border: [number, number] = [padding as number, padding as number]
          return avgPool(tf.pad(x, [[0, 0], border, border, [0, 0]]), { size, stride })
        },
      }
    default:
      return undefined
  }
}

async function* convolutions(item: Case, { layouts, apply }: Operation): AsyncGenerator<Comparison> {
  const { name, inputs, expected, attrs } = item
  const names = ['x', 'w', 'b'].filter((key) => key in inputs)
  const layoutOf = (key: string): Layout =>
    key === 'x' ? layouts.x : key === 'w' ? (layouts.w ?? same) : same
  const results = await compute<string>(() => {
    const tensors = names.map((key) => layoutOf(key).to(tensorOf(inputs[key])))
    const f = (x: tf.Tensor, w: tf.Tensor, b?: tf.Tensor): tf.Tensor => {
      const y = apply(x as tf.Tensor4D, w as tf.Tensor4D)
      return b ? tf.add(y, b) : y
    }
    const g = layouts.x.to(tensorOf(inputs['g']))
    const { value, grads } = tf.valueAndGrads(f)(tensors, g)
    const byName = Object.fromEntries(names.map((key, i) => [key, layoutOf(key).back(grads[i])]))
    return { ...byName, y: layouts.x.back(value) }
  })
  const topic = /pool/.test(attrs.op) ? 'pooling' : 'convolution'
  yield { topic: `${topic}: values`, name, actual: results['y'], expected: flatten(expected.y) }
  for (const key of names) {
    const comparison = { topic: `${topic}: gradients`, name: `${name}, ${key}` }
    yield { ...comparison, actual: results[key], expected: flatten(expected.grad[key]) }
  }
}

async function* normalisations({ name, attrs, inputs, expected }: Case): AsyncGenerator<Comparison> {
  const input = tensorOf(inputs['x'])
  const layout = input.rank === 4 ? image : same
  const start = tf.tidy(() => layout.to(input))
  const x = tf.variable(start)
  tf.dispose([input, start])
  const [channels] = x.shape.slice(-1)
  const assign = (variable: tf.Variable, key: string): void =>
    tf.tidy(() => variable.assign(tensorOf(inputs[key])))
  const epsilon = attrs['eps'] as number
  const batch = attrs.op === 'batch_norm'
  const norm = batch
    ? makeBatchNorm({ channels, epsilon, momentum: attrs['pytorch_momentum'] as number })
    : makeLayerNorm(channels, epsilon)
  const { scale, offset } = norm.weights
  assign(scale, 'gamma')
  assign(offset, 'beta')
  const topic = 'normalisation'
  if ('state' in norm) {
    assign(norm.state.mean, 'running_mean')
    assign(norm.state.variance, 'running_var')
    const evaluated = await compute(() => ({ y: layout.back(norm.apply(x, false)) }))
    const wanted = flatten(expected['y_eval_with_initial_running'])
    yield { topic: `${topic}: values`, name: `${name}, evaluating`, actual: evaluated.y, expected: wanted }
  }
  const results = await compute(() => {
    const f = (): tf.Tensor => ('state' in norm ? norm.apply(x, true) : norm.apply(x))
    const g = layout.to(tensorOf(inputs['g']))
    let y: tf.Tensor = x
    const { grads } = tf.variableGrads(() => {
      y = tf.keep(f())
      return tf.sum(tf.mul(y, g))
    }, [x, scale, offset])
    const value = layout.back(tf.clone(y))
    y.dispose()
    return { y: value, x: layout.back(grads[x.name]), gamma: grads[scale.name], beta: grads[offset.name] }
  })
  yield { topic: `${topic}: values`, name, actual: results.y, expected: flatten(expected.y) }
  for (const key of ['x', 'gamma', 'beta'] as const) {
    const comparison = { topic: `${topic}: gradients`, name: `${name}, ${key}` }
    yield { ...comparison, actual: results[key], expected: flatten(expected.grad[key]) }
  }
  if ('state' in norm) {
    const [mean, variance] = [await read(norm.state.mean), await read(norm.state.variance)]
    const running = { topic: `${topic}: running statistics`, name }
    yield { ...running, actual: mean, expected: flatten(expected['running_mean_after']) }
    yield { ...running, actual: variance, expected: flatten(expected['running_var_after_pytorch_unbiased']) }
  }
  norm.dispose()
  x.dispose()
}

export const convolution: Check = async function* (golden) {
  const { cases } = golden('conv') as { cases: Case[] }
  for (const item of cases) {
    if (/norm/.test(item.attrs.op)) yield* normalisations(item)
    const operation = operationOf(item)
    if (operation) yield* convolutions(item, operation)
  }
}
