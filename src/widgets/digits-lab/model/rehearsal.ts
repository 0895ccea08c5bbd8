import { makeClassifier, type ImageBatch } from '../../../core/classifier.ts'
import { makeConvNet } from '../../../core/models/convNet.ts'
import type { Architecture } from '../../../math/architecture.ts'
import { makeRng } from '../../../math/rng.ts'
import type { LabValues } from '../spec/params.ts'

/**
 * Trains a network like the run's for some updates, and forgets it: whoever asked takes the time. Answers when the work is
 * done, not only ordered.
 */
export async function rehearse(
  plan: Architecture,
  { optimizer }: LabValues,
  batch: ImageBatch,
  updates: number,
): Promise<number> {
  const net = makeConvNet(makeRng(0), plan)
  const classifier = makeClassifier({ net, optimizer })
  for (let i = 0; i < updates; i++) classifier.update(batch, { rate: 1e-3 })
  // What the last update made of the weights is waited for.
  await classifier.save()
  classifier.dispose()
  net.dispose()
  return updates
}
