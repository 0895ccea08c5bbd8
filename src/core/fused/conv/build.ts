import type { PlannedLayer } from '../../../math/architecture.ts'
import { getActivation } from '../../../math/activations/index.ts'
import { fillIn } from '../../../math/parameter.ts'
import type { ConvNetStage } from '../../models/convNet.ts'
import { FLOAT } from '../simd/blocks.ts'
import type { ModuleWriter } from '../simd/module.ts'
import { makeConvStage } from './conv.ts'
import { makeDenseStage } from './dense.ts'
import { makeDropStage } from './drop.ts'
import type { Heap } from './heap.ts'
import { makeNormStage } from './norm.ts'
import { makePoolStage } from './pool.ts'
import { takeValues, type LearningSite, type Site, type Stage, type Values } from './stage.ts'

/** A network laid out in memory, its kernels written but not yet linked. */
export interface BuiltNet {
  readonly stages: readonly Stage[]
  readonly input: Values
  readonly logits: Values
  /** Where all weights stand, layer by layer, each kernel before its bias; and their gradients in the same order. */
  readonly weights: number
  readonly gradients: number
  /** How many weights there are. */
  readonly size: number
}

/** Lays a network out; undefined where one of its layers has no kernels here. */
export function buildNet(
  made: readonly ConvNetStage[],
  heap: Heap,
  module: ModuleWriter,
): BuiltNet | undefined {
  const size = made.reduce((sum, { planned }) => sum + planned.weights, 0)
  const weights = heap.take(size)
  const gradients = heap.take(size)
  const input = takeValues(heap, sizeOf(made[0].planned.input))
  const stages: Stage[] = []
  let below = input
  let taken = 0
  for (const each of made) {
    const { planned } = each
    const output = takeValues(heap, sizeOf(planned.output))
    const kernel = weights + FLOAT * taken
    const site = { heap, module, input: below, output, passesOn: taken > 0 }
    const stage = buildStage(each, site, kernel, gradients - weights)
    if (!stage) return undefined
    stages.push(stage)
    taken += planned.weights
    below = output
  }
  return { stages, input, logits: below, weights, gradients, size }
}

const sizeOf = ({ height, width, channels }: PlannedLayer['input']): number => height * width * channels

function buildStage(
  { planned: { layer, input, output, weights }, norm, dropout }: ConvNetStage,
  site: Site,
  kernel: number,
  weightGradient: number,
): Stage | undefined {
  const learning = (biases: number, activation: string): LearningSite => ({
    ...site,
    kernel,
    bias: kernel + FLOAT * (weights - biases),
    weightGradient,
    activation: getActivation(activation),
    parameters: fillIn(getActivation(activation).parameters),
  })
  switch (layer.kind) {
    case 'conv':
      return makeConvStage(learning(layer.filters, layer.activation), layer, input, output)
    case 'dense':
      return makeDenseStage(learning(layer.units, layer.activation))
    case 'pool':
      return makePoolStage(
        site,
        { ...layer, window: { height: layer.size, width: layer.size } },
        input,
        output,
      )
    case 'global-pool':
      return makePoolStage(
        site,
        { how: 'average', stride: 1, padding: 'valid', window: input },
        input,
        output,
      )
    case 'dropout':
      return dropout && makeDropStage(site, dropout)
    case 'batch-norm':
      return norm && makeNormStage(site, kernel, weightGradient, input, norm)
  }
}
