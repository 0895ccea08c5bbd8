import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-core/dist/register_all_gradients.js'
import { makeBareConv, makeBareDense, type BareNet } from './bareNets.ts'
import type { NetId } from './nets.ts'
import { FRAME_MS, makeYield, SLICE_MS } from './protocol.ts'

export interface BareResult {
  readonly steps: number
  readonly ms: number
  readonly loss: number
  readonly frames: number
}

/**
 * What a good programmer writes by hand with TensorFlow.js: variables, `optimizer.minimize`, a loop that yields through a
 * message channel and shows a frame when the page is ready for one.
 */
export async function makeBareLoop(netId: NetId, show: (field: Float32Array, loss: number) => void) {
  const net: BareNet = netId === 'cnn' ? await makeBareConv() : makeBareDense(netId)
  const optimizer = tf.train.sgd(net.rate)
  let update = 0
  let ready = true
  let frames = 0

  function step(): void {
    const [bx, by] = net.batch(update)
    optimizer.minimize(() => net.loss(bx, by))
    tf.dispose([bx, by])
    update += 1
  }
  async function frame(): Promise<number> {
    const [field, now] = tf.tidy(() => [net.field(), net.lossNow()])
    const values = Float32Array.from(await field.data())
    const [value = NaN] = await now.data()
    tf.dispose([field, now])
    ready = false
    frames += 1
    show(values, value)
    return value
  }
  const yieldNow = makeYield()
  return {
    acknowledge: () => {
      ready = true
    },
    async run(ms: number): Promise<BareResult> {
      const start = performance.now()
      const before = update
      frames = 0
      let nextFrame = start
      while (performance.now() - start < ms) {
        const slice = performance.now()
        do step()
        while (performance.now() - slice < SLICE_MS)
        if (ready && performance.now() >= nextFrame) {
          await frame()
          nextFrame = performance.now() + FRAME_MS
        }
        await yieldNow()
      }
      const elapsed = performance.now() - start
      return { steps: update - before, ms: elapsed, loss: await frame(), frames }
    },
  }
}
