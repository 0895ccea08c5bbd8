import type { Correction } from '../corrections.ts'
import { overrideKernel } from '../overrides.ts'
import * as tf from '../tf.ts'
import { asKernel, composeKernels, listed } from '../wasmKernels.ts'

/**
 * The wasm backend has no gradient of a convolution by its filter, so that no convolution can be trained. It is composed:
 * with the input's patches as rows (one row for each place in the filter and channel), it is patches × dy.
 */
export const correction: Correction = {
  backends: ['wasm'],
  apply: () =>
    overrideKernel('Conv2DBackpropFilter', 'wasm', () =>
      asKernel<'x' | 'dy', tf.Conv2DBackpropFilterAttrs>(({ inputs: { x, dy }, backend, attrs }) => {
        const { strides, pad, dimRoundingMode, filterShape } = attrs
        const info = tf.backend_util.computeConv2DInfo(
          x.shape as [number, number, number, number],
          filterShape,
          strides,
          1,
          pad,
          dimRoundingMode,
        )
        const { batchSize, outHeight, outWidth, strideHeight, strideWidth, inChannels, outChannels } = info
        const { top, bottom, left, right } = info.padInfo
        const places = batchSize * outHeight * outWidth
        return composeKernels(backend, (run) => {
          const paddings = [
            [0, 0],
            [top, bottom],
            [left, right],
            [0, 0],
          ]
          const padded =
            top + bottom + left + right === 0 ? x : run('PadV2', { x }, { paddings, constantValue: 0 })
          // Channels first, [channels, batch, height, width], so that one filter place's patches are one slice.
          const planes = run('Transpose', { x: padded }, { perm: [3, 0, 1, 2] })
          const rows: tf.TensorInfo[] = []
          for (let row = 0; row < info.filterHeight; row++) {
            for (let column = 0; column < info.filterWidth; column++) {
              const begin = [0, 0, row, column]
              const taken =
                strideHeight === 1 && strideWidth === 1
                  ? run('Slice', { x: planes }, { begin, size: [inChannels, batchSize, outHeight, outWidth] })
                  : run(
                      'StridedSlice',
                      { x: planes },
                      {
                        begin,
                        end: [
                          inChannels,
                          batchSize,
                          row + (outHeight - 1) * strideHeight + 1,
                          column + (outWidth - 1) * strideWidth + 1,
                        ],
                        strides: [1, 1, strideHeight, strideWidth],
                        ...NO_MASKS,
                      },
                    )
              rows.push({ ...taken, shape: [inChannels, places] })
            }
          }
          const patches = run('Concat', listed(rows), { axis: 0 })
          const product = run(
            'BatchMatMul',
            {
              a: { ...patches, shape: [1, info.filterHeight * info.filterWidth * inChannels, places] },
              b: { ...dy, shape: [1, places, outChannels] },
            },
            { transposeA: false, transposeB: false },
          )
          return { ...product, shape: filterShape }
        })
      }),
    ),
}

const NO_MASKS = { beginMask: 0, endMask: 0, ellipsisMask: 0, newAxisMask: 0, shrinkAxisMask: 0 }
