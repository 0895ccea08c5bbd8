import { describe, expect, it } from 'vitest'
import { makeTrack } from '../../../src/core/run/track.ts'
import { flatten, type Nested } from '../../golden/cases.ts'
import { OWN_REFERENCE, readGolden } from '../../math/golden.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import experiment from '../../../src/widgets/backprop-steps/experiment.ts'
import spec, {
  machineOf,
  PASS,
  PLAN,
  type StepsFrame,
  type StepsValues,
} from '../../../src/widgets/backprop-steps/spec.ts'
import { cardsOf } from '../../../src/widgets/backprop-steps/view/cards.ts'
import { formulasOf } from '../../../src/widgets/backprop-steps/view/formulas.ts'
import {
  differenceAt,
  edgesFrom,
  FORWARD,
  pathsOf,
  relativeDifference,
} from '../../../src/widgets/backprop-steps/view/gradient.ts'
import { PARAMETERS, touchedBy } from '../../../src/widgets/backprop-steps/view/names.ts'
import { multiply } from '../../../src/math/backprop/paths.ts'

const PLAIN = defaultValues(spec.params)
const preset = (id: string): StepsValues => ({ ...PLAIN, ...spec.presets?.[id] })

/** The frame after so many operations. */
async function frameAt(values: StepsValues, step: number): Promise<StepsFrame> {
  const track = await makeTrack({ experiment, values, member: 0, backend: 'cpu', report: () => undefined })
  await track.advance(step)
  const frame = (await track.frame({ values: {}, width: 624 })) as StepsFrame
  track.run.dispose()
  return frame
}

describe('the run', () => {
  it.runIf(OWN_REFERENCE)('reproduces the reference numbers of PyTorch with its preset', async () => {
    const [{ expected }] = (
      readGolden('backprop') as {
        cases: {
          expected: Record<'z' | 'a' | 'dL_dz' | 'dL_da' | 'dL_dW' | 'dL_db', Nested[]> & {
            loss: number
            after_one_sgd_step: { W: Nested[]; b: Nested[]; loss: number }
          }
        }[]
      }
    ).cases
    const values = preset('reference')
    const before = await frameAt(values, PASS - 1)
    const after = await frameAt(values, PASS)
    const each = (W: Nested[], b: Nested[]): number[] =>
      W.flatMap((w, k) => [...flatten(w), ...flatten(b[k])])
    const compare = (actual: ArrayLike<number>, reference: readonly number[]): void => {
      expect(actual.length).toBe(reference.length)
      reference.forEach((value, i) => expect(Math.abs((actual[i] ?? NaN) - value)).toBeLessThan(1e-9))
    }
    compare(before.sums, flatten(expected.z))
    compare(before.activations, flatten(expected.a))
    compare([before.loss], [expected.loss])
    compare(before.sumSlopes, flatten(expected.dL_dz))
    compare(before.activationSlopes, flatten(expected.dL_da))
    compare(before.parameterSlopes, each(expected.dL_dW, expected.dL_db))
    compare(after.parameters, each(expected.after_one_sgd_step.W, expected.after_one_sgd_step.b))
    compare([machineOf(values).lossAt(after.parameters)], [expected.after_one_sgd_step.loss])
  })

  it('makes one operation’s numbers with each step and forgets them when the next pass begins', async () => {
    const known = (frame: StepsFrame): number =>
      cardsOf(PLAIN, frame)
        .flatMap(({ rows }) => rows)
        .filter(({ value, slope }) => value !== null && slope !== null).length
    expect((await frameAt(PLAIN, 0)).pass).toBe(0)
    const all = await frameAt(PLAIN, PASS)
    expect([all.pass, all.done]).toEqual([1, PASS])
    const next = await frameAt(PLAIN, PASS + 1)
    expect([next.pass, next.done]).toEqual([2, 1])
    expect(known(next)).toBeLessThan(known(all))
    expect(next.before).toEqual(all.parameters)
  })
})

describe('the view', () => {
  it('shows each number exactly when its operation has been done', async () => {
    for (let step = 1; step < PASS; step++) {
      const rows = cardsOf(PLAIN, await frameAt(PLAIN, step)).flatMap((card) => card.rows)
      const shown = new Set(
        rows.flatMap(({ symbol, value, slope }) => [
          ...(value === null ? [] : [symbol]),
          ...(slope === null || slope === undefined ? [] : [`∂${symbol}`]),
        ]),
      )
      for (const [index, operation] of PLAN.entries())
        for (const made of touchedBy(operation).made)
          if (operation.kind !== 'update') expect(shown.has(made), `${made} at ${step}`).toBe(index < step)
      for (const needed of touchedBy(PLAN[step - 1]).needed) expect(shown.has(needed), needed).toBe(true)
    }
  })
  it('writes a formula for every operation, with every output and activation', async () => {
    for (const answer of ['number', 'yes-or-no'] as const)
      for (let step = 1; step <= PASS; step++) {
        const values = { ...PLAIN, answer }
        const formulas = formulasOf(PLAN[step - 1] ?? { kind: 'update' }, values, await frameAt(values, step))
        expect(formulas.length).toBeGreaterThan(0)
        expect(JSON.stringify(formulas)).not.toMatch(/NaN|undefined|—/)
      }
  })
  it('takes each gradient apart into products that sum to it, before and after the update', async () => {
    for (const answer of ['number', 'yes-or-no'] as const)
      for (const step of [PASS - 1, PASS]) {
        const values = { ...PLAIN, answer }
        const frame = await frameAt(values, step)
        const machine = machineOf(values)
        PARAMETERS.forEach((parameter, place) => {
          const sum = pathsOf(machine, values, frame, parameter).reduce(
            (total, path) => total + multiply(path),
            0,
          )
          expect(sum).toBeCloseTo(frame.parameterSlopes[place] ?? NaN, 13)
          expect(differenceAt(machine, frame.before, place, 1e-5)).toBeCloseTo(sum, 8)
        })
      }
  })
  it('lights the edges of all paths', () => {
    const [u11] = PARAMETERS
    if (u11) expect([...edgesFrom(u11)].sort()).toEqual(['g_1>h_1', 'g_1>h_2', 'h_1>y', 'h_2>y', 'x_1>g_1'])
    expect(FORWARD).toBe(PLAN.findIndex(({ kind }) => kind === 'loss-slope'))
  })
  it('calls no difference a difference', () => expect(relativeDifference(0, 0)).toBe(0))
})
