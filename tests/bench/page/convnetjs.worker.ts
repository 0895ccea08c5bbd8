import convnetjs from 'convnetjs'
import { makeExamples, NETS } from './nets.ts'
import { makeYield, SLICE_MS, type Ask, type Tell } from './protocol.ts'

const net = NETS.tiny
const { inputs, targets } = makeExamples('tiny')
const network = new convnetjs.Net()
network.makeLayers([
  { type: 'input', out_sx: 1, out_sy: 1, out_depth: 2 },
  { type: 'fc', num_neurons: 8, activation: 'tanh' },
  { type: 'fc', num_neurons: 8, activation: 'tanh' },
  { type: 'regression', num_neurons: 1 },
])
const trainer = new convnetjs.SGDTrainer(network, {
  learning_rate: net.rate,
  momentum: 0,
  batch_size: net.batch,
  l2_decay: 0,
})
const volume = new convnetjs.Vol(1, 1, 2)
const yieldNow = makeYield()
let update = 0
let loss = 0

function step(): void {
  loss = 0
  for (let i = 0; i < net.batch; i++) {
    const example = (update * net.batch + i) % net.examples
    volume.w[0] = inputs[example * 2]
    volume.w[1] = inputs[example * 2 + 1]
    loss += trainer.train(volume, [targets[example]]).cost_loss / net.batch
  }
  update += 1
}

self.onmessage = async ({ data }: MessageEvent<Ask>) => {
  if (data.type === 'open') postMessage({ type: 'ready' } satisfies Tell)
  if (data.type !== 'run') return
  const start = performance.now()
  const before = update
  while (performance.now() - start < data.ms) {
    const slice = performance.now()
    do step()
    while (performance.now() - slice < SLICE_MS)
    await yieldNow()
  }
  postMessage({
    type: 'ran',
    steps: update - before,
    ms: performance.now() - start,
    loss,
    frames: 0,
  } satisfies Tell)
}
