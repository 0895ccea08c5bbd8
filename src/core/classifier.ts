import { getOptimizer } from '../math/optimizers/index.ts'
import { fillIn } from '../math/parameter.ts'
import { logSoftmax, softmax } from '../math/softmax.ts'
import { read } from './backend/read.ts'
import * as tf from './backend/tf.ts'
import { makeFusedConvNet } from './fused/conv/fusedConvNet.ts'
import { makeLoss } from './losses/loss.ts'
import type { ConvNet } from './models/convNet.ts'
import { restoreVariables, saveVariables, stateOf, weightsOf } from './models/model.ts'
import { makeOptimizer } from './optimizers.ts'
import type { TrainerState, UpdateOptions } from './trainer.ts'
import { trainStep } from './training.ts'

/** Images with their classes: `pixels` [count, height, width, channels] from 0 to 1, `labels` [count]. */
export interface ImageBatch {
  readonly pixels: Float32Array
  readonly labels: Uint8Array
}

/** How one update is made. */
export type ImageUpdate = Pick<UpdateOptions, 'rate' | 'clip'>

export interface ClassifierOptions {
  readonly net: ConvNet
  /** An id of `math/optimizers`, and the hyperparameters that differ from its defaults. */
  readonly optimizer: string
  readonly hyper?: Readonly<Record<string, number>>
  /** `false`: operation by operation, also where kernels written for the network would do. For comparison. */
  readonly fused?: boolean
}

/** How a trained network did on images it is asked about. */
export interface Verdict {
  /** Share of right answers, 0 to 1. */
  readonly accuracy: number
  /** Mean cross-entropy, in nats. */
  readonly loss: number
  /** [classes × classes]: row by row the true class, in each row how often it was called what. */
  readonly confusion: Uint32Array
  /** What each image was called, and the cross-entropy of that: [count] */
  readonly answers: Uint8Array
  readonly losses: Float32Array
}

export interface Classifier {
  readonly net: ConvNet
  readonly classes: number
  readonly updates: number
  /** Whether updates are made by kernels written for the network, not operation by operation. */
  readonly fused: boolean
  /** One update on these images. Reads nothing back. */
  update(batch: ImageBatch, how: ImageUpdate): void
  /** Probabilities [count, classes] for images [count, height, width, channels]. */
  predict(pixels: Float32Array): Promise<Float32Array>
  /** Answers for many images, some hundreds at a time. */
  evaluate(images: ImageBatch): Promise<Verdict>
  save(): Promise<TrainerState>
  restore(state: TrainerState): void
  /** Disposes of the optimiser. The network is the caller's. */
  dispose(): void
}

/** So many images go through the network at once when it is asked about many. */
const AT_ONCE = 250

/**
 * Trains a network of images on batches that are handed to it, by the cross-entropy of its logits. On wasm that is done by
 * kernels that are written for the network (see `fused/conv`), several times as fast as the library's.
 */
export function makeClassifier(options: ClassifierOptions): Classifier {
  const { net, optimizer: id, hyper = {} } = options
  const objectiveOf = makeLoss('cross-entropy-logits')
  const variables = weightsOf(net)
  const optimizer = makeOptimizer(id, hyper, variables)
  const rule = getOptimizer(id)
  const fused =
    options.fused === false
      ? undefined
      : makeFusedConvNet(net, variables, rule, fillIn(rule.hyper, hyper), optimizer.slots)
  const [first] = net.stages
  const last = net.stages[net.stages.length - 1]
  const { height, width, channels } = first.planned.input
  const classes = last.planned.output.channels
  const size = height * width * channels
  let updates = 0

  const toTensor = (pixels: Float32Array): tf.Tensor4D =>
    tf.tensor4d(pixels, [pixels.length / size, height, width, channels])

  async function logitsOf(pixels: Float32Array): Promise<Float32Array> {
    const logits = tf.tidy(() => net.apply(toTensor(pixels)))
    const values = await read(logits)
    logits.dispose()
    return values
  }

  function updateByTensors(
    { pixels, labels }: ImageBatch,
    { rate, clip }: ImageUpdate,
    update: number,
  ): void {
    const x = toTensor(pixels)
    const y = tf.tensor1d(Int32Array.from(labels), 'int32')
    const objective = (): tf.Scalar => objectiveOf.mean(net.train(x, update), y)
    trainStep(objective, variables, optimizer, { rate, update, ...(clip ? { clip } : {}) }).dispose()
    tf.dispose([x, y])
  }

  return {
    net,
    classes,
    get updates() {
      return updates
    },
    fused: fused !== undefined,
    update(batch, how) {
      const update = updates + 1
      if (fused) fused.train(batch.pixels, batch.labels, how, update)
      else updateByTensors(batch, how, update)
      updates = update
    },
    async predict(pixels) {
      const values = await logitsOf(pixels)
      for (let from = 0; from < values.length; from += classes)
        values.set(softmax(values.subarray(from, from + classes)), from)
      return values
    },
    async evaluate({ pixels, labels }) {
      const confusion = new Uint32Array(classes * classes)
      const answers = new Uint8Array(labels.length)
      const losses = new Float32Array(labels.length)
      let right = 0
      let total = 0
      for (let from = 0; from < labels.length; from += AT_ONCE) {
        const to = Math.min(labels.length, from + AT_ONCE)
        const values = await logitsOf(pixels.subarray(from * size, to * size))
        for (let i = from; i < to; i++) {
          const logits = values.subarray((i - from) * classes, (i - from + 1) * classes)
          const answer = largest(logits)
          const loss = -logSoftmax(logits)[labels[i]]
          answers[i] = answer
          losses[i] = loss
          confusion[labels[i] * classes + answer] += 1
          if (answer === labels[i]) right += 1
          total += loss
        }
      }
      return { accuracy: right / labels.length, loss: total / labels.length, confusion, answers, losses }
    },
    async save() {
      return { updates, weights: await saveVariables(stateOf(net)), slots: await optimizer.save() }
    },
    restore(state) {
      restoreVariables(stateOf(net), state.weights)
      optimizer.restore(state.slots)
      updates = state.updates
    },
    dispose: () => optimizer.dispose(),
  }
}

/** Index of the largest; the first of equals. */
export function largest(values: ArrayLike<number>): number {
  let best = 0
  for (let j = 1; j < values.length; j++) if (values[j] > values[best]) best = j
  return best
}
