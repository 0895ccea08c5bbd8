import { read } from '../../../core/backend/read.ts'
import * as tf from '../../../core/backend/tf.ts'
import type { TrainerState } from '../../../core/trainer.ts'
import { CHECK_EVERY, EDGE, FIELD } from '../spec.ts'
import { makePupil, score, toTensors, type Values } from './pupil.ts'
import { beforeWatch, look, type Watch } from './stopper.ts'

export interface Scores {
  readonly train: number
  readonly test: number
  readonly trainError: number
  readonly testError: number
}

export interface SavedSeed {
  readonly trainer: TrainerState
  readonly watch: Watch
}

/** One seed of a variant. */
export interface SeedRun {
  /** Asynchronous only where an early stopper has to read a loss. */
  advance(count: number): void | Promise<void>
  scores(): Promise<Scores>
  /** Logits over the plane, row 0 at the top: [FIELD × FIELD]. */
  field(): Promise<Float32Array>
  /** x, y, class, trained on or kept back: [points, 4]. */
  marks(): Float32Array
  /** The update whose weights the network has. */
  at(): number
  diagnose(): Promise<{ place?: string; cause?: string }>
  save(): Promise<SavedSeed>
  restore(saved: SavedSeed): void
  dispose(): void
}

const CELL = (2 * EDGE) / FIELD
/** Centres of the field's cells, row 0 at the top: [FIELD × FIELD, 2]. */
const CENTRES = Float32Array.from({ length: FIELD * FIELD * 2 }, (_, i) => {
  const cell = Math.floor(i / 2)
  return i % 2 === 0 ? -EDGE + CELL * ((cell % FIELD) + 0.5) : EDGE - CELL * (Math.floor(cell / FIELD) + 0.5)
})

export function makeSeedRun(values: Values, seed: number): SeedRun {
  const pupil = makePupil(values, seed)
  const { model, trainer, train, validation, test } = pupil
  const sets = [toTensors(train), toTensors(test)]
  const keptBack = validation.targets.length > 0 ? toTensors(validation) : undefined
  const limits = { patience: values.patience, budget: values.updates }
  let watch = beforeWatch

  async function advanceWatched(count: number, watched: [tf.Tensor2D, tf.Tensor2D]): Promise<void> {
    for (let left = count; left > 0 && !watch.stopped;) {
      if (trainer.updates === 0) watch = await look(watch, pupil, watched, limits)
      const next = Math.min(left, CHECK_EVERY - (trainer.updates % CHECK_EVERY))
      trainer.advance(next, pupil.at)
      watch = await look(watch, pupil, watched, limits)
      left -= next
    }
  }

  return {
    advance(count) {
      if (keptBack) return advanceWatched(count, keptBack)
      trainer.advance(count, pupil.at)
    },
    async scores() {
      const [onTrain, onTest] = await score(pupil, sets)
      return { train: onTrain.loss, test: onTest.loss, trainError: onTrain.error, testError: onTest.error }
    },
    async field() {
      const logits = tf.tidy(() => model.apply(tf.tensor2d(CENTRES, [FIELD * FIELD, 2])))
      const numbers = await read(logits)
      logits.dispose()
      return numbers
    },
    marks: () =>
      Float32Array.from(
        [train, validation].flatMap(({ inputs, targets }, set) =>
          Array.from(targets, (kind, i) => [
            inputs[2 * i],
            inputs[2 * i + 1],
            kind,
            set === 0 ? 1 : 0,
          ]).flat(),
        ),
      ),
    at: () => (watch.stopped ? watch.bestAt : trainer.updates),
    diagnose: async () => (await trainer.diagnose()) ?? { cause: 'rate-too-high' },
    save: async () => ({ trainer: await trainer.save(), watch }),
    restore(saved) {
      trainer.restore(saved.trainer)
      watch = saved.watch
    },
    dispose() {
      trainer.dispose()
      model.dispose()
      tf.dispose([...sets.flat(), ...(keptBack ?? [])])
    },
  }
}
