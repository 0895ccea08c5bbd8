import type { Optimizer } from '../math/optimizer.ts'
import { getOptimizer } from '../math/optimizers/index.ts'
import { fillIn, type Values } from '../math/parameter.ts'
import type { Algebra } from '../math/algebra.ts'
import { tensors } from './algebra.ts'
import { hasLiveValues, liveValues, needsOwnMemory } from './backend/live.ts'
import * as tf from './backend/tf.ts'
import { disposeWeights, variableOf, type Weights } from './layers/layer.ts'
import { restoreVariables, saveVariables, type SavedVariables } from './models/model.ts'
import { makeVectorProgram } from './vectorProgram.ts'

/** An optimiser of `math/optimizers`, bound to a fixed set of variables. */
export interface TensorOptimizer {
  /** What it remembers for each variable: "slot/path" → variable. */
  readonly slots: Weights
  /**
   * One update of every variable. `gradients` has the variables' names and stays the caller's to dispose of;
   * `update` counts from 1.
   */
  apply(gradients: Readonly<Record<string, tf.Tensor>>, rate: number, update: number): void
  save(): Promise<SavedVariables>
  /** Throws a RangeError if the slots are of another optimiser or model. */
  restore(saved: SavedVariables): void
  dispose(): void
}

/** Makes the optimiser `id` for these variables; hyperparameters left out have their defaults. Throws for an unknown id. */
export function makeOptimizer(id: string, hyper: Partial<Values>, variables: Weights): TensorOptimizer {
  const optimizer = getOptimizer(id)
  const values = fillIn(optimizer.hyper, hyper)
  const slots: Record<string, tf.Variable> = {}
  for (const slot of optimizer.slots) {
    for (const [path, { shape, size }] of Object.entries(variables)) {
      const start = new Float32Array(size).fill(optimizer.initialSlot(slot, values))
      slots[`${slot}/${path}`] = variableOf(start, shape, false)
    }
  }
  const updater = makeUpdater(optimizer, values)
  const entries = Object.entries(variables).map(([path, weight]): Entry & { readonly path: string } => ({
    path,
    weight,
    // Replaced by the real one in every update.
    gradient: weight,
    slots: Object.fromEntries(optimizer.slots.map((slot) => [slot, slots[`${slot}/${path}`]])),
  }))
  return {
    slots,
    apply(gradients, rate, update) {
      for (const entry of entries) entry.gradient = gradients[entry.path]
      updater.update(entries, optimizer.factors(rate, update, values))
    },
    save: () => saveVariables(slots),
    restore: (saved) => restoreVariables(slots, saved),
    dispose() {
      updater.dispose()
      disposeWeights(slots)
    },
  }
}

/** Made once for each variable and used in every update, for the sake of speed. */
interface Entry {
  readonly weight: tf.Variable
  gradient: tf.Tensor
  readonly slots: Readonly<Record<string, tf.Variable>>
}

interface Updater {
  update(entries: readonly Entry[], factors: Values): void
  dispose(): void
}

/** On wasm the SIMD kernels overtake plain loops at about this many numbers; on cpu the loops are always faster. */
const LARGE_ON_WASM = 1024

function makeUpdater(optimizer: Optimizer, hyper: Values): Updater {
  const kernels = byKernels(optimizer, hyper)
  if (!hasLiveValues()) return kernels
  const loops = inPlace(optimizer, hyper)
  if (tf.getBackend() === 'cpu') return loops
  // A rule without memory is two kernels, as many as a loop costs on wasm in fresh memory.
  if (optimizer.slots.length === 0) return kernels
  return {
    update(entries, factors) {
      const isLarge = ({ weight }: Entry): boolean => weight.size > LARGE_ON_WASM
      kernels.update(entries.filter(isLarge), factors)
      loops.update(
        entries.filter((entry) => !isLarge(entry)),
        factors,
      )
    },
    dispose: kernels.dispose,
  }
}

/**
 * On cpu and wasm the rule runs in one pass over the variables' own memory. The rounding is that of the kernels, so
 * the result is bit for bit theirs.
 */
export function inPlace(optimizer: Optimizer, hyper: Values): Updater {
  const factorNames = Object.keys(optimizer.factors(optimizer.rate.default, 1, hyper))
  const program = makeVectorProgram(
    ['weight', 'gradient', ...optimizer.slots],
    factorNames,
    <T>(o: Algebra<T>, { weight, gradient, ...slots }: Record<string, T>, factors: Record<string, T>) => {
      const result = optimizer.rule(o, { weight, gradient, slots, factors, hyper })
      return { weight: result.weight, ...result.slots }
    },
  )
  return {
    update(entries, factors) {
      for (const { weight, gradient, slots } of entries) {
        // What was made of the old memory must not go stale: give the variable memory of its own first.
        if (needsOwnMemory(weight)) tf.tidy(() => weight.assign(tf.add(weight, 0)))
        const inputs: Record<string, Float32Array> = {
          weight: liveValues(weight),
          gradient: liveValues(gradient),
        }
        for (const slot in slots) inputs[slot] = liveValues(slots[slot])
        program.run(inputs, factors)
      }
    },
    dispose: () => undefined,
  }
}

/** The rule as kernels over whole tensors: on a GPU, and for large matrices on wasm. */
export function byKernels(optimizer: Optimizer, hyper: Values): Updater {
  const constants = makeConstants()
  const o = { ...tensors, constant: constants.get }
  return {
    update(entries, numbersOfUpdate) {
      if (entries.length === 0) return
      tf.tidy(() => {
        const factors = Object.fromEntries(
          Object.entries(numbersOfUpdate).map(([name, value]) => [name, constants.get(value)]),
        )
        for (const { weight, gradient, slots } of entries) {
          const result = optimizer.rule<tf.Tensor>(o, { weight, gradient, slots, factors, hyper })
          weight.assign(result.weight)
          for (const slot in slots) {
            // Assigning a variable to itself would free its memory.
            if (result.slots[slot] !== slots[slot]) slots[slot].assign(result.slots[slot])
          }
        }
      })
      constants.forgetUnused()
    },
    dispose: constants.dispose,
  }
}

/** Scalars that live from update to update while they are in use, so that each is uploaded once. */
function makeConstants() {
  let before = new Map<number, tf.Tensor>()
  let used = new Map<number, tf.Tensor>()
  return {
    get(value: number): tf.Tensor {
      const known = used.get(value) ?? before.get(value) ?? tf.keep(tf.scalar(value))
      used.set(value, known)
      return known
    },
    forgetUnused(): void {
      for (const [value, tensor] of before) if (!used.has(value)) tensor.dispose()
      before = used
      used = new Map()
    },
    dispose(): void {
      for (const tensor of [...before.values(), ...used.values()]) tensor.dispose()
      before = new Map()
      used = new Map()
    },
  }
}
