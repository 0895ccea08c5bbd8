import { readerDigit } from '../../../core/datasets/readerDigit.ts'
import type { Run } from '../../../core/run/experiment.ts'
import type { ReaderData } from '../../../core/readerData.ts'
import { toBytes } from '../../../math/image.ts'
import type spec from '../spec.ts'
import { DIGITS } from '../spec/params.ts'
import { inspectFile } from './files.ts'
import type { Pages } from './pages.ts'

/**
 * The run of layers that make no network. It ends where it begins; what it measures is what guessing would score, and the
 * page says why nothing learns.
 */
export function makeUnbuilt({ sample, data }: Pages, files: ReaderData): Run<typeof spec> {
  const [accuracy, loss] = [1 / DIGITS, Math.log(DIGITS)]
  return {
    step: () => undefined,
    measure: () => ({ accuracy, trainAccuracy: accuracy, loss, trainLoss: loss }),
    finished: () => true,
    frame(look) {
      const { image, label } = readerDigit(look, sample)
      const none = { filters: null, maps: [], probabilities: new Float32Array(0), exam: null, rate: 0 }
      return { ...none, image: toBytes(image), label, data }
    },
    ask: (question) =>
      question.kind === 'inspect'
        ? inspectFile(files, question.name)
        : Promise.reject(new Error('No network.')),
    save: () => ({}),
    restore: () => undefined,
    dispose: () => undefined,
  }
}
