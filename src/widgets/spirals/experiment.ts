import { read } from '../../core/backend/read.ts'
import * as tf from '../../core/backend/tf.ts'
import { makeMlp } from '../../core/models/mlp.ts'
import { shareRight } from '../../core/exam.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import { makeTrainer, type TrainerState } from '../../core/trainer.ts'
import { makePoints, splitPoints, type Points } from '../../math/pointSet.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import spec, { EDGE, FIELD, STRIP, STRIP_STEPS, type Still } from './spec.ts'

const POINTS = 320
const TEST_SHARE = 0.25
/** The set lies in about [−2, 2]²; inputs are scaled to it, the picture shows a little more. */
const SPAN = 2.4
/** Noise of 1 on the slider moves points by about half the gap between the arms. */
const NOISE_SCALE = 0.3

interface Saved {
  readonly rate: number
  readonly trainer: TrainerState
  readonly strip: readonly Still[]
}

/** A 2-n-n-1 tanh network learns two spirals by Adam on the full batch; logits below zero mean class A. */
export default defineExperiment(spec, {
  create(values, env) {
    let rate = values.rate
    const set = getPointSet('spiral')
    const drawn = makePoints(set, {
      count: POINTS,
      seed: values.seed,
      noise: values.noise * NOISE_SCALE,
      classes: 2,
    })
    const { train, test } = splitPoints(drawn, TEST_SHARE)
    const model = makeMlp(env.rng.split('model'), {
      sizes: [2, values.units, values.units, 1],
      activation: 'tanh',
      initializer: 'xavier-normal',
    })
    const trainer = makeTrainer({
      model,
      loss: 'binary-cross-entropy-logits',
      optimizer: 'adam',
      inputs: Float32Array.from(train.inputs),
      targets: Float32Array.from(train.targets),
      rng: env.rng.split('batches'),
    })
    const measured = [toTensors(train), toTensors(test)]
    const field = makeGrid(FIELD)
    const small = makeGrid(STRIP)
    let strip: readonly Still[] = []

    const logits = async (grid: tf.Tensor2D): Promise<Float32Array<ArrayBuffer>> => {
      const out = tf.tidy(() => model.apply(grid))
      const values = await read(out)
      out.dispose()
      return values
    }
    const keepStill = async (): Promise<void> => {
      const step = trainer.updates
      if (!STRIP_STEPS.some((s) => s === step) || strip.some((s) => s.step === step)) return
      strip = [...strip, { step, logits: await logits(small) }]
    }

    return {
      step() {
        // The state before the first update belongs to the strip, too.
        if (trainer.updates === 0) return keepStill().then(update)
        return update()
      },
      async steps(count) {
        if (trainer.updates === 0) await keepStill()
        for (let end = trainer.updates + count; trainer.updates < end;) {
          const stop = STRIP_STEPS.find((step) => step > trainer.updates) ?? end
          trainer.advance(Math.min(end, stop) - trainer.updates, () => ({ rate }))
          await keepStill()
        }
      },
      async measure() {
        const [trainLoss, testLoss] = measured.map(([x, y]) => trainer.evaluate(x, y))
        const right = tf.tidy(() => {
          const [x, y] = measured[1]
          return shareRight(model.apply(x), y)
        })
        const [[train], [test], [accuracy]] = await Promise.all(
          [trainLoss, testLoss, right].map((t) => read(t)),
        )
        tf.dispose([trainLoss, testLoss, right])
        return { train, test, accuracy }
      },
      async frame() {
        const shown = await logits(field)
        const before = strip.length > 0 ? strip : [{ step: 0, logits: await logits(small) }]
        return {
          logits: shown,
          points: toMarks(train),
          strip: before.map((still) => ({ step: still.step, logits: still.logits.slice() })),
        }
      },
      set(changed) {
        rate = changed.rate ?? rate
      },
      diagnose: () => ({ place: 'loss', cause: 'rate-too-high' }),
      save: async (): Promise<Saved> => ({ rate, trainer: await trainer.save(), strip }),
      restore(checkpoint) {
        const saved = checkpoint as Saved
        rate = saved.rate
        trainer.restore(saved.trainer)
        strip = saved.strip
      },
      dispose() {
        trainer.dispose()
        model.dispose()
        tf.dispose([field, small, ...measured.flat()])
      },
    }

    function update(): void | Promise<void> {
      trainer.update({ rate })
      if (STRIP_STEPS.some((s) => s === trainer.updates)) return keepStill()
    }
  },
})

function toTensors({ inputs, targets }: Points): [tf.Tensor2D, tf.Tensor2D] {
  const n = targets.length
  return [tf.tensor2d(Float32Array.from(inputs), [n, 2]), tf.tensor2d(Float32Array.from(targets), [n, 1])]
}

/** Cell centres of the plane, row 0 at the top: [n², 2]. */
function makeGrid(n: number): tf.Tensor2D {
  const at = (i: number): number => (((i + 0.5) / n) * 2 - 1) * SPAN
  const cells = Float32Array.from({ length: n * n * 2 }, (_, k) => {
    const cell = Math.floor(k / 2)
    return k % 2 === 0 ? at(cell % n) : -at(Math.floor(cell / n))
  })
  return tf.tensor2d(cells, [n * n, 2])
}

/** x, y in the picture's units, class. */
function toMarks({ inputs, targets }: Points): Float32Array {
  return Float32Array.from({ length: targets.length * 3 }, (_, k) => {
    const point = Math.floor(k / 3)
    return k % 3 === 2 ? targets[point] : (inputs[point * 2 + (k % 3)] / SPAN) * EDGE
  })
}
