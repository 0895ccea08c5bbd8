import { makeHeap } from '../conv/heap.ts'
import { compileLossGradient } from '../compile.ts'
import type { Numbers } from '../mirrors.ts'
import { placesOf, type Plan } from '../plan.ts'
import { makeModule } from '../simd/module.ts'
import { layDense } from './denseLayers.ts'

/** The weights of a net, their gradients and slots in arrays, and what adds the gradient of a batch. */
export interface Backpropagation {
  readonly W: Numbers
  readonly G: Numbers
  readonly S: readonly Numbers[]
  /** Adds the gradient of the mean loss on the examples in `rows` to G; `masks` as fused nets take them. */
  addGradient(inputs: Float32Array, targets: Float32Array, rows: Int32Array, masks: Float64Array): void
}

/** So many examples go through the network at once. In fours. */
const AT_ONCE = 64

/** Back-propagation by kernels that are written for a dense network. Undefined where WebAssembly or generated code are not to be had. */
export function byVectors(plan: Plan, slots: number): Backpropagation | undefined {
  const askLoss = compileLossGradient(plan)
  if (!askLoss) return undefined
  const { size } = placesOf(plan)
  const [heap, module] = [makeHeap(AT_ONCE), makeModule()]
  const net = layDense(plan, heap, module)
  const remembered = Array.from({ length: slots }, () => heap.take(size))
  const memory = heap.open()
  if (!memory || !module.link(memory)) return undefined
  const { input, predictions } = net
  const entering = heap.floats(input.address, AT_ONCE * input.size)
  const leaving = heap.floats(predictions.address, AT_ONCE * predictions.size)
  const asked = heap.floats(predictions.address + predictions.gradient, AT_ONCE * predictions.size)
  return {
    W: heap.floats(net.weights, size),
    G: heap.floats(net.gradients, size),
    S: remembered.map((address) => heap.floats(address, size)),
    addGradient(inputs, targets, rows, masks) {
      net.begin()
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        const count = Math.min(AT_ONCE, rows.length - from)
        for (let b = 0; b < count; b++) {
          const start = rows[from + b] * input.size
          entering.set(inputs.subarray(start, start + input.size), b * input.size)
        }
        net.forward(count, masks, from)
        askLoss(leaving, targets, rows, from, count, 1 / rows.length, asked)
        net.backward(count, masks, from)
      }
    },
  }
}
