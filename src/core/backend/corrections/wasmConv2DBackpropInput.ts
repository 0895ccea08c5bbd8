import type { Correction } from '../corrections.ts'
import { overrideKernel } from '../overrides.ts'
import type * as tf from '../tf.ts'
import { asKernel, composeKernels } from '../wasmKernels.ts'

/**
 * The gradient of a convolution by its input runs in a plain loop on wasm. With stride 1, padding "same" and an odd filter
 * it is itself a convolution, of dy with the filter turned by 180°, which is nine times faster.
 */
export const correction: Correction = {
  backends: ['wasm'],
  apply: () =>
    overrideKernel('Conv2DBackpropInput', 'wasm', (original) =>
      asKernel<'dy' | 'filter', tf.Conv2DBackpropInputAttrs>((call) => {
        const { inputs, backend, attrs } = call
        const { strides, pad, dataFormat } = attrs
        const [height, width] = inputs.filter.shape
        const unitStride = [strides].flat().every((stride) => stride === 1)
        if (pad !== 'same' || !unitStride || height % 2 === 0 || width % 2 === 0 || dataFormat !== 'NHWC') {
          return (original as unknown as (given: typeof call) => tf.TensorInfo)(call)
        }
        return composeKernels(backend, (run) => {
          const turned = run('Reverse', { x: inputs.filter }, { dims: [0, 1] })
          const filter = run('Transpose', { x: turned }, { perm: [0, 1, 3, 2] })
          return run(
            'Conv2D',
            { x: inputs.dy, filter },
            { strides: 1, pad: 'same', dataFormat, dilations: 1 },
          )
        })
      }),
    ),
}
