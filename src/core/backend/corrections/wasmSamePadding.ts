import type { Correction } from '../corrections.ts'
import { overrideKernel } from '../overrides.ts'
import * as tf from '../tf.ts'
import { asKernel, type KernelCall } from '../wasmKernels.ts'

type Shape4D = [number, number, number, number]
type Attrs = Pick<tf.Conv2DAttrs, 'strides' | 'pad' | 'dilations' | 'dimRoundingMode'>

const KERNELS = ['Conv2D', 'FusedConv2D', 'DepthwiseConv2dNative', 'FusedDepthwiseConv2D'] as const

/**
 * A convolution on wasm works out the padding "same" by itself, and wrongly where the filter is shorter than the stride, so
 * that the last cells lie in no window: it begins elsewhere in the image. Here it is told the padding in numbers.
 */
export const correction: Correction = {
  backends: ['wasm'],
  apply() {
    const undo = KERNELS.map((name) =>
      overrideKernel(name, 'wasm', (original) =>
        asKernel<'x' | 'filter', Attrs>((call) => {
          const run = original as unknown as (given: typeof call) => tf.TensorInfo
          if (call.attrs.pad !== 'same') return run(call)
          return run({ ...call, attrs: { ...call.attrs, pad: inNumbers(call, name.includes('Depthwise')) } })
        }),
      ),
    )
    return () => undo.forEach((step) => step())
  },
}

function inNumbers(
  { inputs: { x, filter }, attrs }: KernelCall<'x' | 'filter', Attrs>,
  depthwise: boolean,
): tf.backend_util.ExplicitPadding {
  const { strides, dilations, pad, dimRoundingMode } = attrs
  const { padInfo } = tf.backend_util.computeConv2DInfo(
    x.shape as Shape4D,
    filter.shape as Shape4D,
    strides,
    // Of a depthwise convolution they may be left out.
    dilations ?? 1,
    pad,
    dimRoundingMode,
    depthwise,
  )
  const { top, bottom, left, right } = padInfo
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ]
}
