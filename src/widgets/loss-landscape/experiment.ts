import { read } from '../../core/backend/read.ts'
import * as tf from '../../core/backend/tf.ts'
import { makeMlp } from '../../core/models/mlp.ts'
import { weightsOf } from '../../core/models/model.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import { makeTrainer, type TrainerState } from '../../core/trainer.ts'
import { makePoints } from '../../math/pointSet.ts'
import { getPointSet } from '../../math/pointSets/index.ts'
import type { Look } from '../../protocol/messages.ts'
import { countWeights, makeLoss } from './model/net.ts'
import { drawPicture, type Picture } from './model/picture.ts'
import spec, { BATCH, EXAMPLES, UNITS } from './spec.ts'

interface Saved {
  readonly rate: number
  readonly trainer: TrainerState
  readonly path: readonly Float32Array[]
  readonly every: number
}

/** The path is kept at no more than so many points: then every other one is dropped. */
const MOST_POINTS = 96

/** A small tanh network learns two classes; around its weights, and along its path, the loss surface is computed anew. */
export default defineExperiment(spec, {
  create(values, env) {
    let rate = values.learningRate
    const sizes = [2, ...Array.from({ length: values.depth }, () => UNITS), 1]
    const points = makePoints(getPointSet(values.data), {
      count: EXAMPLES,
      seed: values.seed,
      noise: 0.15,
      classes: 2,
    })
    const inputs = Float32Array.from(points.inputs)
    const targets = Float32Array.from(points.targets)
    const model = makeMlp(env.rng.split('model'), { sizes, activation: 'tanh' })
    const trainer = makeTrainer({
      model,
      loss: 'binary-cross-entropy-logits',
      optimizer: values.rule,
      inputs,
      targets,
      batch: BATCH,
      rng: env.rng.split('batches'),
    })
    const x = tf.tensor2d(inputs, [EXAMPLES, 2])
    const y = tf.tensor2d(targets, [EXAMPLES, 1])
    const surface = makeLoss(sizes, inputs, targets)
    const count = countWeights(sizes)
    let path: Float32Array[] = []
    let every = 1
    let shown: { key: string; picture: Picture } | undefined

    /** All weights in the order of `spansOf`: kernel and bias of each layer. */
    const flat = async (): Promise<Float32Array> => {
      const parts = await Promise.all(Object.values(weightsOf(model)).map((variable) => read(variable)))
      const all = new Float32Array(count)
      let at = 0
      for (const part of parts) {
        all.set(part, at)
        at += part.length
      }
      return all
    }
    const remember = async (): Promise<void> => {
      if (trainer.updates % every !== 0) return
      path.push(await flat())
      if (path.length < MOST_POINTS) return
      path = path.filter((_, index) => index % 2 === 0)
      every *= 2
    }
    const lossNow = async (): Promise<number> => {
      const loss = trainer.evaluate(x, y)
      const [value] = await read(loss)
      loss.dispose()
      return value
    }
    /** The same state and look give the same picture, so a frame that only repeats costs nothing. */
    const picture = async (look: Look): Promise<Picture> => {
      const { plane, directions } = look.values
      const kind = plane === 'random' ? 'random' : 'trajectory'
      const cells = look.width < 480 ? 25 : 31
      const key = `${trainer.updates} ${kind} ${String(directions)} ${cells}`
      if (shown?.key !== key) {
        const weights = Float64Array.from(await flat())
        const rng = env.rng.split(`directions ${kind === 'random' ? String(directions) : '1'}`)
        const sound = path.filter((point) => point.every(Number.isFinite))
        const options = {
          kind,
          rng,
          weights,
          path: [...sound, weights],
          sizes,
          loss: surface,
          cells,
        } as const
        shown = { key, picture: drawPicture(options) }
      }
      return shown.picture
    }

    return {
      async step() {
        if (path.length === 0) await remember()
        trainer.update({ rate })
        await remember()
      },
      measure: async () => ({ loss: await lossNow() }),
      async frame(look) {
        const { grid, x: pathX, y: pathY, ...rest } = await picture(look)
        const loss = await lossNow()
        return {
          ...rest,
          grid: grid.slice(),
          x: pathX.slice(),
          y: pathY.slice(),
          loss: Number.isFinite(loss) ? loss : null,
          weights: count,
        }
      },
      set(changed) {
        rate = changed.learningRate ?? rate
      },
      diagnose: () => ({ place: 'loss', cause: 'rate-too-high' }),
      save: async (): Promise<Saved> => ({
        rate,
        trainer: await trainer.save(),
        path: path.map((point) => point.slice()),
        every,
      }),
      restore(checkpoint) {
        const saved = checkpoint as Saved
        rate = saved.rate
        trainer.restore(saved.trainer)
        path = saved.path.map((point) => point.slice())
        every = saved.every
        shown = undefined
      },
      dispose() {
        trainer.dispose()
        model.dispose()
        tf.dispose([x, y])
      },
    }
  },
})
