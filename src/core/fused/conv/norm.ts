import type { Volume } from '../../../math/architecture.ts'
import type { BatchNorm } from '../../layers/batchNorm.ts'
import { FLOAT } from '../simd/blocks.ts'
import { writeNorm, writeNormGradient, type Norm } from '../simd/norm.ts'
import type { Site, Stage } from './stage.ts'

/** Batch normalisation. Its batch is all images that are there at once. */
export function makeNormStage(
  { heap, module, input, output, passesOn }: Site,
  scale: number,
  weightGradient: number,
  { channels }: Volume,
  layer: BatchNorm,
): Stage {
  const positions = input.size / channels
  const norm: Norm = {
    channels,
    positions,
    epsilon: layer.epsilon,
    input: input.address,
    output: output.address,
    scale,
    offset: scale + FLOAT * channels,
    mean: heap.take(channels),
    variance: heap.take(channels),
    inputGradient: input.gradient,
    outputGradient: output.gradient,
    weightGradient,
  }
  const normalise = module.add((writer) => writeNorm(writer, norm))
  const backward = module.add((writer) => writeNormGradient(writer, norm, passesOn))
  return {
    forward(count) {
      normalise(count)
      const of = (address: number): Float32Array => heap.floats(address, channels)
      layer.follow(of(norm.mean), of(norm.variance), count * positions)
    },
    backward,
  }
}
