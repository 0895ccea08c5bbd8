import { makeBatches } from '../../../src/core/batches.ts'
import { makeClassifier, type ImageBatch } from '../../../src/core/classifier.ts'
import { makeConvNet } from '../../../src/core/models/convNet.ts'
import { planNetwork, type NetLayer } from '../../../src/math/architecture.ts'
import type { Rng } from '../../../src/math/rng.ts'
import type { Pupil } from './densePupil.ts'
import { CNN, makeDigits, SHOWN } from './nets.ts'

export async function makeConvPupil(rng: Rng): Promise<Pupil> {
  const { images, labels } = await makeDigits()
  const size = CNN.side ** 2
  const { plan } = planNetwork({ height: CNN.side, width: CNN.side, channels: 1 }, layersOf(), CNN.classes)
  if (!plan) throw new Error('no plan')
  const net = makeConvNet(rng.split('net'), plan)
  const classifier = makeClassifier({ net, optimizer: 'sgd' })
  const batches = makeBatches(rng.split('batches'), CNN.examples, CNN.batch)
  const pick = (rows: Int32Array): ImageBatch => {
    const pixels = new Float32Array(rows.length * size)
    rows.forEach((row, i) => pixels.set(images.subarray(row * size, (row + 1) * size), i * size))
    return { pixels, labels: Uint8Array.from(rows, (row) => labels[row] ?? 0) }
  }
  const some = { pixels: images.subarray(0, 100 * size), labels: labels.subarray(0, 100) }
  return {
    advance(count) {
      for (let i = 0; i < count; i++)
        classifier.update(pick(batches.rows(classifier.updates)), { rate: CNN.rate })
    },
    loss: async () => (await classifier.evaluate(some)).loss,
    field: () => classifier.predict(images.subarray(0, SHOWN * size)),
    save: () => classifier.save(),
    restore: (state) => classifier.restore(state),
    dispose() {
      classifier.dispose()
      net.dispose()
    },
  }
}

const layersOf = (): NetLayer[] =>
  CNN.filters.flatMap((filters): NetLayer[] => [
    {
      kind: 'conv',
      filters,
      size: CNN.size,
      stride: 1,
      dilation: 1,
      padding: 'valid',
      activation: 'relu',
    },
    { kind: 'pool', how: 'max', size: 2, stride: 2, padding: 'valid' },
  ])
