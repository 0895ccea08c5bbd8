import convnetjs from 'convnetjs'
import { makeExamples, NETS, type NetId } from './nets.ts'
import { makeYield, SLICE_MS, type Ask, type Tell } from './protocol.ts'

interface Peer {
  /** One update on the next mini-batch. */
  step(): void
  updates: number
  loss: number
}

function makePeer(id: NetId): Peer {
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
  const trainer = new convnetjs.SGDTrainer(network, {
    learning_rate: net.rate,
    momentum: 0,
    batch_size: net.batch,
    l2_decay: 0,
  })
  const volume = new convnetjs.Vol(1, 1, 2)
  const peer: Peer = {
    updates: 0,
    loss: 0,
    step() {
      peer.loss = 0
      for (let i = 0; i < net.batch; i++) {
        const example = (peer.updates * net.batch + i) % net.examples
        volume.w[0] = inputs[example * 2]
        volume.w[1] = inputs[example * 2 + 1]
        peer.loss += trainer.train(volume, [targets[example]]).cost_loss / net.batch
      }
      peer.updates += 1
    },
  }
  return peer
}

const yieldNow = makeYield()
let peer: Peer | undefined

self.onmessage = async ({ data }: MessageEvent<Ask>) => {
  if (data.type === 'open') {
    peer = makePeer(data.net)
    postMessage({ type: 'ready' } satisfies Tell)
  }
  if (data.type !== 'run' || peer === undefined) return
  const start = performance.now()
  const before = peer.updates
  while (performance.now() - start < data.ms) {
    const slice = performance.now()
    do peer.step()
    while (performance.now() - slice < SLICE_MS)
    await yieldNow()
  }
  postMessage({
    type: 'ran',
    steps: peer.updates - before,
    ms: performance.now() - start,
    loss: peer.loss,
    frames: 0,
  } satisfies Tell)
}
