import { defineExperiment } from '../../core/run/experiment.ts'
import type { TrainerState, UpdateOptions } from '../../core/trainer.ts'
import { scheduledRate } from '../../math/schedule.ts'
import { getSchedule } from '../../math/schedules/index.ts'
import { makeBench } from './model/bench.ts'
import { writeByHand } from './model/hand.ts'
import { keep } from './model/keep.ts'
import { makeNetwork } from './model/network.ts'
import { makePainter } from './model/picture.ts'
import { makeTask } from './model/task.ts'
import { ownPoints, type PlaygroundValues } from './spec/params.ts'
import spec from './spec.ts'

/** What may change during a run. */
type Live = Pick<PlaygroundValues, 'learningRate' | 'l1' | 'l2' | 'clip' | 'points' | 'numbers'>

interface Saved {
  readonly live: Live
  readonly trainer: TrainerState
}

const pickLive = ({ learningRate, l1, l2, clip, points, numbers }: Live): Live => ({
  learningRate,
  l1,
  l2,
  clip,
  points,
  numbers,
})

/** A dense network learns points in the plane: which class, or how high. */
export default defineExperiment(spec, {
  create(values, env) {
    const schedule = getSchedule(values.schedule)
    let live = pickLive(values)
    const own = (of: Live) => ownPoints({ ...of, data: values.data })
    const firstTask = makeTask(values)
    const model = makeNetwork(env.rng, values, firstTask)
    let bench = makeBench(env.rng, values, model, firstTask)
    const painter = makePainter(values, model)
    let last = { test: Infinity, accuracy: -Infinity }

    const rateOf = (update: number): number =>
      scheduledRate(schedule, live.learningRate, update - 1, values.updates)
    const how = (update: number): UpdateOptions => ({
      rate: rateOf(update),
      l1: live.l1,
      l2: live.l2,
      ...(live.clip > 0 ? { clip: { by: 'norm', limit: live.clip } } : {}),
    })

    /** Sets the network before other points; what it has learned and remembers stays. */
    function changePoints(state: TrainerState): void {
      bench.dispose()
      bench = makeBench(env.rng, values, model, makeTask({ ...values, ...live }))
      bench.trainer.restore(state)
    }

    return {
      step() {
        if (!bench.empty) bench.trainer.update(how(bench.trainer.updates + 1))
      },
      steps(count) {
        if (!bench.empty) bench.trainer.advance(count, how)
      },
      async measure() {
        const [train, test] = [await bench.measure('train'), await bench.measure('test')]
        last = { test: test.loss, accuracy: test.score }
        return { test: test.loss, train: train.loss, accuracy: test.score, trainAccuracy: train.score }
      },
      finished() {
        if (values.stop === 'test-loss') return last.test <= values.stopLoss
        return values.stop === 'accuracy' && last.accuracy >= values.stopAccuracy
      },
      async frame(look) {
        const [train, test] = [await bench.measure('train'), await bench.measure('test')]
        return {
          ...(await painter.paint(bench, look.values)),
          loss: { train: train.loss, test: test.loss },
          score: { train: train.score, test: test.score },
          confusion: test.confusion,
          rate: rateOf(bench.trainer.updates + 1),
        }
      },
      ask: ({ kind }) => keep(kind, values, model, bench.task),
      async set(changed) {
        const before = own(live)
        live = pickLive({ ...live, ...changed })
        if (own(live) !== before) changePoints(await bench.trainer.save())
      },
      act: (action) => writeByHand(model, action),
      diagnose: async () => (await bench.trainer.diagnose()) ?? {},
      save: async (): Promise<Saved> => ({ live, trainer: await bench.trainer.save() }),
      restore(checkpoint) {
        const saved = checkpoint as Saved
        const moved = JSON.stringify(own(saved.live)) !== JSON.stringify(own(live))
        live = saved.live
        if (moved) changePoints(saved.trainer)
        else bench.trainer.restore(saved.trainer)
      },
      dispose() {
        bench.dispose()
        painter.dispose()
        model.dispose()
      },
    }
  },
})
