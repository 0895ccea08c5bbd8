import type { ReaderDigit } from '../../../core/datasets/readerDigit.ts'
import type { Run } from '../../../core/run/experiment.ts'
import { toBytes } from '../../../math/image.ts'
import type spec from '../spec.ts'
import { DIGITS } from '../spec/params.ts'

/**
 * The run of layers that make no network. It ends where it begins; what it measures is what guessing would score, and the
 * page says why nothing learns.
 */
export function makeUnbuilt(
  subject: (look: Parameters<Run<typeof spec>['frame']>[0]) => ReaderDigit,
): Run<typeof spec> {
  const [accuracy, loss] = [1 / DIGITS, Math.log(DIGITS)]
  return {
    step: () => undefined,
    measure: () => ({ accuracy, trainAccuracy: accuracy, loss, trainLoss: loss }),
    finished: () => true,
    frame(look) {
      const { image, label } = subject(look)
      const none = { filters: null, maps: [], probabilities: new Float32Array(0), exam: null, rate: 0 }
      return { ...none, image: toBytes(image), label }
    },
    save: () => ({}),
    restore: () => undefined,
    dispose: () => undefined,
  }
}
