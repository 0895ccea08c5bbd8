import type { Correction } from '../corrections.ts'
import { overrideKernel } from '../overrides.ts'
import * as tf from '../tf.ts'
import { asKernel, fillOutput, floats } from '../wasmKernels.ts'

type Info = tf.backend_util.Conv2DInfo
type Shape4D = [number, number, number, number]
type Attrs = Pick<
  tf.DepthwiseConv2dNativeBackpropInputAttrs,
  'strides' | 'dilations' | 'pad' | 'dimRoundingMode'
>

/** The wasm backend has no gradients of depthwise convolution. */
export const correction: Correction = {
  backends: ['wasm'],
  apply() {
    const undo = [
      overrideKernel('DepthwiseConv2dNativeBackpropInput', 'wasm', () =>
        asKernel<'dy' | 'filter', Attrs & { inputShape: Shape4D }>(
          ({ inputs: { dy, filter }, backend, attrs }) => {
            const info = infoOf(attrs.inputShape, filter.shape as Shape4D, attrs)
            return fillOutput(backend, attrs.inputShape, (dx) => {
              const [g, weights] = [floats(backend, dy), floats(backend, filter)]
              forEachContact(info, (input, place, output) => {
                dx[input] += g[output] * weights[place]
              })
            })
          },
        ),
      ),
      overrideKernel('DepthwiseConv2dNativeBackpropFilter', 'wasm', () =>
        asKernel<'x' | 'dy', Attrs & { filterShape: Shape4D }>(({ inputs: { x, dy }, backend, attrs }) => {
          const info = infoOf(x.shape as Shape4D, attrs.filterShape, attrs)
          return fillOutput(backend, attrs.filterShape, (dw) => {
            const [g, values] = [floats(backend, dy), floats(backend, x)]
            forEachContact(info, (input, place, output) => {
              dw[place] += g[output] * values[input]
            })
          })
        }),
      ),
    ]
    return () => undo.forEach((step) => step())
  },
}

function infoOf(
  inputShape: Shape4D,
  filterShape: Shape4D,
  { strides, dilations, pad, dimRoundingMode }: Attrs,
): Info {
  return tf.backend_util.computeConv2DInfo(
    inputShape,
    filterShape,
    strides,
    dilations,
    pad,
    dimRoundingMode,
    true,
  )
}

/** Visits every pair of an input cell and a filter place that meet in an output cell, by their flat indices. */
function forEachContact(info: Info, visit: (input: number, place: number, output: number) => void): void {
  const { batchSize, inChannels, inHeight, inWidth, outHeight, outWidth, outChannels, padInfo } = info
  const multiplier = outChannels / inChannels
  for (let batch = 0; batch < batchSize; batch++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      for (let outColumn = 0; outColumn < outWidth; outColumn++) {
        const output = ((batch * outHeight + outRow) * outWidth + outColumn) * outChannels
        for (let filterRow = 0; filterRow < info.filterHeight; filterRow++) {
          const row = outRow * info.strideHeight - padInfo.top + filterRow * info.dilationHeight
          if (row < 0 || row >= inHeight) continue
          for (let filterColumn = 0; filterColumn < info.filterWidth; filterColumn++) {
            const column = outColumn * info.strideWidth - padInfo.left + filterColumn * info.dilationWidth
            if (column < 0 || column >= inWidth) continue
            const input = ((batch * inHeight + row) * inWidth + column) * inChannels
            const place = (filterRow * info.filterWidth + filterColumn) * outChannels
            for (let channel = 0; channel < outChannels; channel++) {
              visit(input + Math.floor(channel / multiplier), place + channel, output + channel)
            }
          }
        }
      }
    }
  }
}
