import { defineExperiment } from '../../core/run/experiment.ts'
import { copyTree } from '../../protocol/frame.ts'
import spec, { machineOf, PASS, type StepsFrame } from './spec.ts'

interface Saved {
  readonly frame: StepsFrame
  readonly rate: number
}

/** One step is one operation of back-propagation; the last of each pass is the update, and the next pass follows. */
export default defineExperiment(spec, {
  create(values) {
    const machine = machineOf(values)
    let numbers = machine.start(values.weights)
    let before: Float64Array = numbers.parameters.slice()
    let rate = values.learningRate
    let steps = 0

    const frame = (): StepsFrame =>
      copyTree({
        pass: Math.ceil(steps / PASS),
        done: steps === 0 ? 0 : ((steps - 1) % PASS) + 1,
        before,
        ...numbers,
      })
    return {
      step() {
        // What the last pass has left stands until the next begins.
        if (steps % PASS === 0) {
          before = numbers.parameters.slice()
          numbers = machine.start(before)
        }
        machine.carryOut(machine.plan[steps % PASS], numbers, rate)
        steps++
      },
      measure: () => ({ loss: machine.lossAt(numbers.parameters) }),
      frame,
      set({ learningRate }) {
        rate = learningRate ?? rate
      },
      diagnose: () => ({ cause: 'rate-too-high' }),
      save: (): Saved => ({ frame: frame(), rate }),
      restore(checkpoint) {
        const saved = copyTree(checkpoint as Saved)
        const { pass, done, ...kept } = saved.frame
        before = kept.before
        numbers = kept
        rate = saved.rate
        steps = pass === 0 ? 0 : (pass - 1) * PASS + done
      },
      dispose: () => undefined,
    }
  },
})
