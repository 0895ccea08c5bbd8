import type { Correction } from '../corrections.ts'
import { gathered, spread } from '../dilatedFilter.ts'
import { kernelGradient, overrideGradient } from '../overrides.ts'

interface ConvAttrs {
  readonly dilations: number | [number, number] | null
}

/**
 * Dilated convolutions have no gradient. One is an ordinary convolution whose filter has zeros between its entries:
 * its gradient is the library's with that filter, and the filter's gradient is read from between the zeros.
 */
export const correction: Correction = {
  backends: 'all',
  apply() {
    const undo = ['Conv2D', 'DepthwiseConv2dNative'].map((name) => {
      const original = kernelGradient(name)
      return overrideGradient(name, {
        inputsToSave: ['x', 'filter'],
        gradFunc(dy, [x, filter], attrs) {
          const { dilations } = attrs as unknown as ConvAttrs
          const [down, across] =
            typeof dilations === 'number' ? [dilations, dilations] : (dilations ?? [1, 1])
          if (down === 1 && across === 1) return original(dy, [x, filter], attrs)
          const dense = original(dy, [x, spread(filter, down, across)], { ...attrs, dilations: [1, 1] })
          return { x: dense['x'], filter: () => gathered(dense['filter'](), filter.shape, down, across) }
        },
      })
    })
    return () => undo.forEach((step) => step())
  },
}
