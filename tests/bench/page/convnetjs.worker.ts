import convnetjs from 'convnetjs'
import { CNN, makeDigits, makeExamples, NETS, type DenseId } from './nets.ts'
import { makeYield, SLICE_MS, type Ask, type Tell } from './protocol.ts'

interface Peer {
  readonly batch: number
  /** Trains on one example; the library updates by itself after so many. Answers the loss. */
  train(example: number): number
}

function makeDense(id: DenseId): Peer {
  const net = NETS[id]
  const { inputs, targets } = makeExamples(id)
  const network = new convnetjs.Net()
  network.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: 2 },
    ...net.sizes
      .slice(1, -1)
      .map((units) => ({ type: 'fc' as const, num_neurons: units, activation: net.activation })),
    { type: 'regression', num_neurons: 1 },
  ])
  const trainer = makeTrainer(network, net.rate, net.batch)
  const volume = new convnetjs.Vol(1, 1, 2)
  return {
    batch: net.batch,
    train(turn) {
      const example = turn % net.examples
      volume.w[0] = inputs[example * 2] ?? 0
      volume.w[1] = inputs[example * 2 + 1] ?? 0
      return trainer.train(volume, [targets[example] ?? 0]).cost_loss
    },
  }
}

async function makeConv(): Promise<Peer> {
  const { images, labels } = await makeDigits()
  const { filters, size, batch, rate, examples, side, classes } = CNN
  const network = new convnetjs.Net()
  network.makeLayers([
    { type: 'input', out_sx: side, out_sy: side, out_depth: 1 },
    ...filters.flatMap((count) => [
      { type: 'conv', sx: size, filters: count, stride: 1, pad: 0, activation: 'relu' },
      { type: 'pool', sx: 2, stride: 2 },
    ]),
    { type: 'softmax', num_classes: classes },
  ])
  const trainer = makeTrainer(network, rate, batch)
  const volume = new convnetjs.Vol(side, side, 1)
  return {
    batch,
    train(turn) {
      const example = turn % examples
      volume.w.set(images.subarray(example * side * side, (example + 1) * side * side))
      return trainer.train(volume, labels[example] ?? 0).cost_loss
    },
  }
}

const makeTrainer = (network: InstanceType<typeof convnetjs.Net>, rate: number, batch: number) =>
  new convnetjs.SGDTrainer(network, { learning_rate: rate, momentum: 0, batch_size: batch, l2_decay: 0 })

const yieldNow = makeYield()
let peer: Peer | undefined
let updates = 0
let loss = 0

function step({ batch, train }: Peer): void {
  loss = 0
  for (let i = 0; i < batch; i++) loss += train(updates * batch + i) / batch
  updates += 1
}

self.onmessage = async ({ data }: MessageEvent<Ask>) => {
  if (data.type === 'open') {
    peer = data.net === 'cnn' ? await makeConv() : makeDense(data.net)
    postMessage({ type: 'ready' } satisfies Tell)
  }
  if (data.type !== 'run' || peer === undefined) return
  const start = performance.now()
  const before = updates
  while (performance.now() - start < data.ms) {
    const slice = performance.now()
    do step(peer)
    while (performance.now() - slice < SLICE_MS)
    await yieldNow()
  }
  postMessage({
    type: 'ran',
    steps: updates - before,
    ms: performance.now() - start,
    loss,
    frames: 0,
  } satisfies Tell)
}
