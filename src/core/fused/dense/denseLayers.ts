import { makeDenseStage } from '../conv/dense.ts'
import type { Heap } from '../conv/heap.ts'
import { takeValues, type Values } from '../conv/stage.ts'
import { placesOf, type Plan } from '../plan.ts'
import { FLOAT } from '../simd/blocks.ts'
import type { ModuleWriter } from '../simd/module.ts'
import { makeMix } from './mix.ts'

/** A dense network laid out in memory. */
export interface DenseLayers {
  readonly input: Values
  readonly predictions: Values
  /** Addresses of all weights and of their gradients. */
  readonly weights: number
  readonly gradients: number
  /** Called once in each update, when the weights are there. */
  begin(): void
  forward(count: number, masks: Float64Array, from: number): void
  backward(count: number, masks: Float64Array, from: number): void
}

export function layDense(plan: Plan, heap: Heap, module: ModuleWriter): DenseLayers {
  const { places, size, masks: width } = placesOf(plan)
  const weights = heap.take(size)
  const gradients = heap.take(size)
  const input = takeValues(heap, plan.layers[0].inputs)
  let below = input
  const layers = plan.layers.map((layer, l) => {
    const output = takeValues(heap, layer.units)
    const stage = makeDenseStage({
      heap,
      module,
      input: below,
      output,
      passesOn: l > 0,
      kernel: weights + FLOAT * places[l].kernel,
      bias: weights + FLOAT * places[l].bias,
      weightGradient: gradients - weights,
      activation: layer.activation,
      parameters: layer.parameters,
    })
    const mix = makeMix(heap, layer, below, output, width, places[l].mask)
    below = mix?.output ?? output
    return { stage, mix }
  })
  return {
    input,
    predictions: below,
    weights,
    gradients,
    begin() {
      for (const { stage } of layers) stage.begin?.(0, 0)
    },
    forward(count, masks, from) {
      for (const { stage, mix } of layers) {
        stage.forward(count, from)
        mix?.forward(count, masks, from)
      }
    },
    backward(count, masks, from) {
      for (let l = layers.length - 1; l >= 0; l--) {
        const { stage, mix } = layers[l]
        mix?.backward(count, masks, from)
        stage.backward(count, from)
        if (l > 0) mix?.pass(count)
      }
    },
  }
}
