import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCheckpointStore } from '../../../src/core/run/checkpoints.ts'
import { makeRecorder } from '../../../src/core/run/history.ts'
import { nextRecordedStep } from '../../../src/core/run/recording.ts'
import { emptyHistory, updateHistory, type History } from '../../../src/protocol/history.ts'

/** Every step at which a run of `length` steps is measured. */
function recorded(length: number, every = 1): number[] {
  const steps: number[] = []
  for (let step = nextRecordedStep(-1, every); step <= length; step = nextRecordedStep(step, every))
    steps.push(step)
  return steps
}

describe('the recorded steps', () => {
  it('are all of the first thousand, then every 2nd, 4th …', () => {
    expect(recorded(999)).toEqual([...Array(1000).keys()])
    expect(recorded(1010).slice(-6)).toEqual([1000, 1002, 1004, 1006, 1008, 1010])
    expect(recorded(2012).slice(-4)).toEqual([2000, 2004, 2008, 2012])
    expect(recorded(40, 10)).toEqual([0, 10, 20, 30, 40])
  })

  it('depend on nothing but the number: asking from any step gives the next of them', () => {
    const all = recorded(300_000)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 290_000 }), (step) => {
        expect(nextRecordedStep(step, 1)).toBe(all.find((s) => s > step))
      }),
    )
  })
})

describe('a history', () => {
  const run = (to: number, every = 1) => {
    const recorder = makeRecorder(every)
    for (const step of recorded(to, every)) recorder.add(step, { loss: step })
    return recorder
  }

  it.each([5_000, 63_999, 64_000, 200_000, 5_000_000])('of %i steps has at most 4,000 points', (steps) => {
    const { steps: rows, metrics } = run(steps).all()
    expect(rows.length).toBeLessThanOrEqual(4000)
    expect(rows.length).toBeGreaterThan(steps >= 64_000 ? 2000 : 1000)
    expect(metrics.loss).toEqual(rows)
    // The whole span stays covered: no gap is larger than a hundredth of the way so far.
    for (let i = 1; i < rows.length; i++)
      expect(rows[i] - rows[i - 1]).toBeLessThanOrEqual(Math.max(1, rows[i] / 100))
  })

  it('reaches the page whole, whenever it is asked, through thinning and branches', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.constant('cut' as const)), { maxLength: 12 }),
        fc.integer({ min: 0, max: 9 }),
        (moves, skip) => {
          const recorder = makeRecorder(1)
          let page: History = emptyHistory
          let step = -1
          for (const [i, move] of moves.entries()) {
            if (move === 'cut') {
              step = Math.floor(step / 2)
              recorder.cutAfter(step)
            } else {
              for (const end = step + move; ;) {
                const next = nextRecordedStep(Math.max(step, recorder.last()), 1)
                if (next > end) break
                step = next
                recorder.add(step, { loss: step, late: i })
              }
            }
            if (i % 10 !== skip) page = updateHistory(page, recorder.takeUpdate())
          }
          page = updateHistory(page, recorder.takeUpdate())
          expect(page).toEqual(recorder.all().steps.length === 0 ? page : recorder.all())
          expect(page.steps).toEqual(recorder.all().steps)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('keeps a metric that appears late in line with the others', () => {
    const recorder = makeRecorder(1)
    recorder.add(0, { loss: 1 })
    recorder.add(1, { loss: 2, test: 3 })
    recorder.add(2, { test: 4 })
    expect(recorder.all().metrics).toEqual({ loss: [1, 2, NaN], test: [NaN, 3, 4] })
  })
})

describe('checkpoints', () => {
  const state = (bytes: number) => ({ weights: new Uint8Array(bytes) })

  it('are at most 64, spread evenly, the start and the newest among them', () => {
    const store = makeCheckpointStore()
    for (let step = 0; step <= 5000; step++) store.add({ step, deeds: 0, tree: state(8) })
    const steps = store.steps()
    expect(steps).toHaveLength(64)
    expect([steps[0], steps.at(-1)]).toEqual([0, 5000])
    const gaps = steps.slice(1).map((step, i) => step - steps[i])
    expect(Math.max(...gaps)).toBeLessThan((4 * 5000) / 64)
  })

  it('hold at most their bytes, a shared array counted once', () => {
    const store = makeCheckpointStore({ count: 64, bytes: 1000 })
    for (let step = 0; step < 30; step++) store.add({ step, deeds: 0, tree: state(100) })
    expect(store.bytes()).toBeLessThanOrEqual(1000)
    expect(store.steps()).toHaveLength(10)
    const shared = new Float64Array(100)
    const sharing = makeCheckpointStore({ count: 64, bytes: 1000 })
    for (let step = 0; step < 30; step++)
      sharing.add({ step, deeds: 0, tree: { shared, own: [new Uint8Array(5)] } })
    expect(sharing.steps()).toHaveLength(30)
    expect(sharing.bytes()).toBe(800 + 30 * 5)
    const huge = makeCheckpointStore({ count: 64, bytes: 1000 })
    for (let step = 0; step < 5; step++) huge.add({ step, deeds: 0, tree: state(5000) })
    expect(huge.steps()).toEqual([0, 4])
  })

  it('finds the nearest before a step, and drops a future that is gone', () => {
    const store = makeCheckpointStore()
    for (const [step, deeds] of [
      [0, 0],
      [10, 0],
      [10, 1],
      [20, 1],
      [30, 2],
    ])
      store.add({ step, deeds, tree: state(1) })
    expect(store.atOrBefore(9)?.step).toBe(0)
    expect(store.atOrBefore(10)).toMatchObject({ step: 10, deeds: 1 })
    expect(store.atOrBefore(-1)).toBeUndefined()
    store.add({ step: 10, deeds: 1, tree: state(2) })
    expect(store.steps()).toEqual([0, 10, 10, 20, 30])
    store.dropBeyond(20, 0)
    expect(store.steps()).toEqual([0, 10])
  })
})
