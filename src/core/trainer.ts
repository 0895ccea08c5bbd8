import type { Rng } from '../math/rng.ts'
import * as tf from './backend/tf.ts'
import type { Clipping } from './clipping.ts'
import type { Weights } from './layers/layer.ts'
import { makeFusedNet, type FusedNet } from './fused/fusedNet.ts'
import { planOf } from './fused/plan.ts'
import { makeGradientRecord, type GradientLengths } from './gradientRecord.ts'
import { findNonFinite, type NonFinite } from './instruments.ts'
import { makeLoss, type LossOptions, type TensorLoss } from './losses/loss.ts'
import type { Mlp } from './models/mlp.ts'
import { restoreVariables, saveVariables, stateOf, weightsOf, type SavedVariables } from './models/model.ts'
import { makeOptimizer } from './optimizers.ts'
import { makeBatches } from './batches.ts'
import { gatherTensors, toTensors } from './examples.ts'
import { penaltyOf } from './penalties.ts'
import { trainStep } from './training.ts'
import { getOptimizer } from '../math/optimizers/index.ts'
import { fillIn } from '../math/parameter.ts'

export interface TrainerOptions {
  readonly model: Mlp
  /** An id of `math/losses`, and the parameters that differ from its defaults. */
  readonly loss: string
  readonly lossOptions?: LossOptions
  /** An id of `math/optimizers`, and the hyperparameters that differ from its defaults. */
  readonly optimizer: string
  readonly hyper?: Readonly<Record<string, number>>
  /** [examples, features], row-major. */
  readonly inputs: Float32Array
  /** [examples, outputs], row-major. */
  readonly targets: Float32Array
  /** Examples per update; all of them unless given. */
  readonly batch?: number
  /**
   * Called before each update, counted from 1, with the examples it will read: `inputs` may be rewritten there (data
   * augmentation). What it writes must follow from the rows and the number alone.
   */
  readonly beforeUpdate?: (rows: Int32Array, update: number) => void
  /** Orders the examples anew in every epoch. */
  readonly rng: Rng
  /** `false`: operation by operation, also where one pass over plain arrays would do. For comparison. */
  readonly fused?: boolean
  /** Keeps account of how long the gradients are; `gradientLengths` tells. */
  readonly measureGradients?: boolean
}

/** How one update is made. */
export interface UpdateOptions {
  readonly rate: number
  readonly clip?: Clipping
  /** Adds l1 Σ|w| to what is minimised; over kernels, not biases. */
  readonly l1?: number
  /** Adds ½ l2 Σw²; over kernels, not biases. */
  readonly l2?: number
}

/** Weights, what the optimiser remembers, and the number of updates: the data order follows from these. */
export interface TrainerState {
  readonly updates: number
  readonly weights: SavedVariables
  readonly slots: SavedVariables
  readonly lengths?: GradientLengths
}

/** What one update reads. */
export interface Drawn {
  /** Its examples, [batch]. */
  readonly rows: Int32Array<ArrayBuffer>
  /** Of each layer with dropout, in their order: 0 or 1 / (1 − rate) for each unit and example, [batch × units]. */
  readonly masks: readonly Float32Array<ArrayBuffer>[]
}

export interface Trainer {
  readonly loss: TensorLoss
  /** Updates made so far. */
  readonly updates: number
  /** Whether updates are made in one pass over plain arrays, not operation by operation. */
  readonly fused: boolean
  /** One update on the next mini-batch. Reads nothing back. */
  update(options: UpdateOptions): void
  /** So many updates, the same as one by one, and faster. `at` says how each is made, by its number from 1. */
  advance(count: number, at: (update: number) => UpdateOptions): void
  /** The examples and the masks of an update, by its number from 1: the very ones that it has used or will use. */
  drawn(update: number): Drawn
  /** How long gradients were before clipping, where `measureGradients` was asked for. */
  gradientLengths(): Promise<GradientLengths>
  /** Mean loss on the given examples, [examples, features] and [examples, outputs]. A scalar to dispose of. */
  evaluate(inputs: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar
  /** When a measurement is not finite: the first place that is not, and the likely cause. */
  diagnose(): Promise<NonFinite | undefined>
  save(): Promise<TrainerState>
  restore(state: TrainerState): void
  /** Disposes of the optimiser and the data. The model is the caller's. */
  dispose(): void
}

/**
 * Trains a network by mini-batches that follow from the generator and the number of updates alone, so that a restored run
 * goes on bit-identically. Each epoch is a fresh permutation; a batch that runs over its end takes the rest from the next.
 * On cpu and wasm a plain network is trained by fused code (see `fused/`), in which tensors would cost ten times the arithmetic.
 */
export function makeTrainer(options: TrainerOptions): Trainer {
  const { model, inputs, targets } = options
  const loss = makeLoss(options.loss, options.lossOptions)
  const variables = weightsOf(model)
  const optimizer = makeOptimizer(options.optimizer, options.hyper ?? {}, variables)
  const features = model.stages[0].dense.weights.kernel.shape[0]
  const count = inputs.length / features
  const batches = makeBatches(options.rng, count, options.batch ?? count)
  const fused = options.fused === false ? undefined : fuse(options, variables, optimizer.slots)
  const dropouts = model.stages.flatMap(({ dropout, dense }) =>
    dropout ? [{ dropout, units: dense.weights.kernel.shape[1] }] : [],
  )
  const all = batches.full && !fused && !options.beforeUpdate ? toTensors(inputs, targets, count) : undefined
  const record = options.measureGradients ? makeGradientRecord() : undefined
  let updates = 0

  /** [batch × units] of each layer with dropout. */
  const masksOf = (count: number, update: number): Float32Array<ArrayBuffer>[] =>
    dropouts.map(({ dropout, units }) => dropout.mask(count * units, update))

  function updateByTensors({ rate, clip, l1 = 0, l2 = 0 }: UpdateOptions): void {
    const rows = batches.rows(updates)
    options.beforeUpdate?.(rows, updates + 1)
    const [x, y] = all ?? gatherTensors(options, features, rows)
    const penalty = (): tf.Scalar | undefined => (l1 === 0 && l2 === 0 ? undefined : penaltyOf(model, l1, l2))
    const objective = (): tf.Scalar => {
      const mean = loss.mean(model.train(x, updates + 1), y)
      const extra = penalty()
      return extra ? tf.add(mean, extra) : mean
    }
    trainStep(objective, variables, optimizer, {
      rate,
      update: updates + 1,
      ...(clip ? { clip } : {}),
      ...(record ? { watch: (gradients) => record.watch(gradients, clip) } : {}),
    }).dispose()
    if (!all) tf.dispose([x, y])
    updates += 1
  }

  function advanceFused(net: FusedNet, updatesToMake: number, at: (update: number) => UpdateOptions): void {
    net.load()
    for (let end = updates + updatesToMake; updates < end; updates++) {
      const rows = batches.rows(updates)
      const update = updates + 1
      options.beforeUpdate?.(rows, update)
      const masks =
        net.masks > 0 ? interleave(masksOf(rows.length, update), rows.length, net.masks) : undefined
      const how = at(update)
      const length = net.train(inputs, targets, rows, masks, how, update, record !== undefined)
      record?.note(length, how.clip)
    }
    net.store()
  }

  return {
    loss,
    get updates() {
      return updates
    },
    fused: fused !== undefined,
    update(how) {
      if (fused) advanceFused(fused, 1, () => how)
      else updateByTensors(how)
    },
    advance(updatesToMake, at) {
      if (fused) advanceFused(fused, updatesToMake, at)
      else for (let i = 0; i < updatesToMake; i++) updateByTensors(at(updates + 1))
    },
    drawn(update) {
      const rows = batches.rows(update - 1).slice()
      return { rows, masks: masksOf(rows.length, update) }
    },
    gradientLengths: async () => (await record?.read()) ?? { last: 0, clipped: 0 },
    evaluate: (x, y) => tf.tidy(() => loss.mean(model.apply(x), y)),
    async diagnose() {
      const [x, y] = toTensors(inputs, targets, count)
      try {
        return await findNonFinite({
          model,
          inputs: x,
          targets: y,
          loss: (output) => loss.mean(output, y),
        })
      } finally {
        tf.dispose([x, y])
      }
    },
    async save() {
      return {
        updates,
        weights: await saveVariables(stateOf(model)),
        slots: await optimizer.save(),
        ...(record ? { lengths: await record.read() } : {}),
      }
    },
    restore(state) {
      restoreVariables(stateOf(model), state.weights)
      optimizer.restore(state.slots)
      updates = state.updates
      if (state.lengths) record?.restore(state.lengths)
    },
    dispose() {
      optimizer.dispose()
      record?.dispose()
      if (all) tf.dispose(all)
    },
  }
}

function fuse(
  { model, loss, lossOptions, optimizer, hyper }: TrainerOptions,
  weights: Weights,
  slots: Weights,
) {
  const plan = planOf(model, loss, lossOptions?.parameters, lossOptions?.classWeights)
  const rule = getOptimizer(optimizer)
  return plan && makeFusedNet(plan, weights, rule, fillIn(rule.hyper, hyper), slots)
}

/** One row of factors per example: those of the first layer with dropout, then of the next. */
function interleave(masks: readonly Float32Array[], count: number, width: number): Float64Array {
  const all = new Float64Array(count * width)
  let from = 0
  for (const mask of masks) {
    const units = mask.length / count
    for (let b = 0; b < count; b++)
      for (let j = 0; j < units; j++) all[b * width + from + j] = mask[b * units + j]
    from += units
  }
  return all
}
