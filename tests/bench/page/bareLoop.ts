import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-core/dist/register_all_gradients.js'
import { FIELD_INPUTS, makeExamples, NETS, type NetId } from './nets.ts'
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
export function makeBareLoop(netId: NetId, show: (field: Float32Array, loss: number) => void) {
  const net = NETS[netId]
  const { inputs, targets } = makeExamples(netId)
  const act = net.activation === 'tanh' ? tf.tanh : tf.relu
  const weights = net.sizes.slice(1).map((units, i) => ({
    kernel: tf.variable(tf.randomUniform([net.sizes[i], units], -0.7, 0.7, 'float32', i + 1)),
    bias: tf.variable(tf.zeros([units])),
  }))
  const optimizer = tf.train.sgd(net.rate)
  const grid = tf.tensor2d(FIELD_INPUTS, [FIELD_INPUTS.length / 2, 2])
  const x = tf.tensor2d(inputs, [net.examples, 2])
  const y = tf.tensor2d(targets, [net.examples, 1])
  const forward = (input: tf.Tensor2D): tf.Tensor2D =>
    weights.reduce((h, { kernel, bias }, i) => {
      const z = tf.add<tf.Tensor2D>(tf.matMul(h, kernel), bias)
      return i === weights.length - 1 ? z : act(z)
    }, input)
  const loss = (input: tf.Tensor2D, target: tf.Tensor2D): tf.Scalar =>
    tf.mul(tf.mean(tf.square(tf.sub(forward(input), target))), 0.5)
  let update = 0
  let ready = true
  let frames = 0

  function step(): void {
    const from = (update * net.batch) % net.examples
    const bx = tf.tensor2d(inputs.subarray(from * 2, (from + net.batch) * 2), [net.batch, 2])
    const by = tf.tensor2d(targets.subarray(from, from + net.batch), [net.batch, 1])
    optimizer.minimize(() => loss(bx, by))
    tf.dispose([bx, by])
    update += 1
  }
  async function frame(): Promise<number> {
    const [field, now] = tf.tidy(() => [forward(grid), loss(x, y)])
    const values = Float32Array.from(await field.data())
    const [value] = await now.data()
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
