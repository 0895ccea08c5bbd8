import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBackend } from '../../../src/core/backend/open.ts'
import * as tf from '../../../src/core/backend/tf.ts'
import type { Env, Experiment, Metrics, Run } from '../../../src/core/run/experiment.ts'
import { makeTrack, seedOf, type Track } from '../../../src/core/run/track.ts'
import { makeRng } from '../../../src/math/rng.ts'
import { encodeTree, findNonFinite, transferables } from '../../../src/protocol/frame.ts'
import type { Deed, Look, Problem } from '../../../src/protocol/messages.ts'
import type { Params, Values } from '../../../src/protocol/params.ts'
import { membersOf, type AnySpec } from '../../../src/protocol/spec.ts'
import { defaultValues, parseValues, sampleValues } from '../../../src/protocol/values.ts'
import { openInNode } from '../nodeBackend.ts'

type AnyRun = Run<AnySpec>
type AnyValues = Values<Params>
type NodeBackend = 'cpu' | 'wasm'

const modules = import.meta.glob<{ readonly default: Experiment<AnySpec> }>(
  '../../../src/widgets/*/experiment.ts',
  { eager: true },
)

/** Every experiment of the book, found by folder. */
export const experiments: readonly (readonly [string, Experiment<AnySpec>])[] = Object.entries(modules).map(
  ([path, module]) => [path.split('/').at(-2) ?? path, module.default],
)

const FEW = 6
const RANDOM = 5
/** Not every experiment is quick: the steady state is watched for 1,000 steps or for this long. */
const STEADY_STEPS = 1000
const STEADY_MS = 6000

/** A digest of every bit, so that a failure prints no megabytes. */
const bits = (tree: unknown): string =>
  createHash('sha1')
    .update(JSON.stringify(encodeTree(tree)) ?? '')
    .digest('hex')
const lookAt = (spec: AnySpec, values: AnyValues): Look => ({
  values: Object.fromEntries(Object.entries(values).filter(([key]) => spec.params[key].look)),
  width: 624,
})

/** The settings to try: the defaults, every preset, and random valid values. */
function settings(spec: AnySpec, random = RANDOM): [string, AnyValues][] {
  const defaults = defaultValues(spec.params)
  return [
    ['the defaults', defaults],
    ...Object.entries(spec.presets ?? {}).map(([name, preset]): [string, AnyValues] => [
      `preset ${name}`,
      { ...defaults, ...preset },
    ]),
    ...Array.from({ length: random }, (_, i): [string, AnyValues] => {
      const rng = makeRng(i, 'contract')
      return [`random values ${i}`, sampleValues(spec.params, () => rng.next())]
    }),
  ]
}

/** Convolutions take a hundred times as long on cpu: what is made of them keeps the contract on wasm. */
export const isSlowOnCpu = (spec: AnySpec): boolean => spec.run?.workload === 'conv'

/** Declares the tests that every experiment must pass, on one backend; the long one only for those that `steady` names. */
export function describeContract(
  backend: NodeBackend,
  which: (spec: AnySpec) => boolean,
  steady: (spec: AnySpec) => boolean = which,
): void {
  let opened: OpenBackend
  beforeAll(async () => {
    opened = await openInNode(backend)
  })
  afterAll(() => opened.close())

  const env = (values: AnyValues, member: number): Env => ({ rng: makeRng(seedOf(values)), backend, member })
  const tensors = (): number => tf.memory().numTensors

  for (const [name, experiment] of experiments.filter(([, { spec }]) => which(spec))) {
    const { spec } = experiment
    const declared = spec.run
    const infinities = declared?.infinities ?? []
    const members = (values: AnyValues) => membersOf(spec, values)

    /** A member's run, used and then disposed of; not a tensor may be left. */
    async function withRun<T>(
      values: AnyValues,
      member: number,
      use: (run: AnyRun) => Promise<T>,
    ): Promise<T> {
      const before = tensors()
      const run = await experiment.create(values, env(values, member))
      let result: T
      try {
        result = await use(run)
      } finally {
        run.dispose()
      }
      expect(tensors() - before, 'tensors left').toBe(0)
      return result
    }
    const step = async (run: AnyRun, count = 1): Promise<void> => {
      for (let i = 0; i < count; i++) await run.step()
    }
    const frameOf = async (run: AnyRun, values: AnyValues): Promise<string> =>
      bits(await run.frame(lookAt(spec, values)))

    async function withTrack<T>(
      values: AnyValues,
      member: number,
      use: (track: Track) => Promise<T>,
    ): Promise<T> {
      const before = tensors()
      const report = (_: Problem): void => undefined
      const track = await makeTrack({ experiment, values, member, backend, report })
      try {
        return await use(track)
      } finally {
        track.run.dispose()
        expect(tensors() - before, 'tensors left').toBe(0)
      }
    }

    /** Live values that differ from these, one parameter each. */
    function liveChanges(values: AnyValues): Record<string, unknown>[] {
      const rng = makeRng(11, 'live')
      return Object.entries(spec.params).flatMap(([key, param]) => {
        if (param.live !== true || param.when?.(values) === false) return []
        for (let tries = 0; tries < 20; tries++) {
          const value = param.sample(() => rng.next())
          if (bits(value) !== bits(values[key])) return [{ [key]: value }]
        }
        return []
      })
    }

    describe(`${name} on ${backend}`, { timeout: 120_000 }, () => {
      it('is declared in full', () => {
        expect(spec.name).toBe(name)
        expect(declared).toBeDefined()
        for (const [, values] of settings(spec)) {
          expect(declared?.endStep(values)).toBeGreaterThanOrEqual(1)
          expect(members(values).length).toBeGreaterThanOrEqual(1)
          expect(new Set(members(values).map(({ id }) => id)).size).toBe(members(values).length)
          for (const member of members(values))
            expect(parseValues(spec.params, member.values).problems).toEqual([])
        }
      })

      it.each(settings(spec))('runs from %s with finite, transferable frames', async (_, values) => {
        for (const [member, { values: own }] of members(values).entries()) {
          await withTrack(own, member, async (track) => {
            for (const target of [0, 1, FEW]) {
              await track.advance(target)
              const frame = await track.frame(lookAt(spec, values))
              const halted = track.halted()
              // A setting may make a run diverge; then the loop says so and shows nothing of it.
              if (halted) {
                expect(halted.code).toBe('non-finite')
                return
              }
              expect(findNonFinite(frame, '', infinities)).toBeUndefined()
              const text = bits(frame)
              expect(bits(structuredClone(frame, { transfer: transferables(frame) }))).toBe(text)
            }
            const metrics: Metrics | undefined = await track.run.measure?.()
            if (metrics)
              expect(Object.keys(metrics).sort()).toEqual(Object.keys(declared?.metrics ?? {}).sort())
          })
        }
      })

      it('is altered by no frame and no measurement', async () => {
        const values = defaultValues(spec.params)
        for (const [member, { values: own }] of members(values).entries()) {
          const watched = await withRun(own, member, async (run) => {
            for (let i = 0; i < FEW; i++) {
              const frame = await run.frame(lookAt(spec, values))
              structuredClone(frame, { transfer: transferables(frame) })
              await run.measure?.()
              await step(run)
            }
            return [bits(await run.save()), await frameOf(run, values)]
          })
          const alone = await withRun(own, member, async (run) => {
            await step(run, FEW)
            return [bits(await run.save()), await frameOf(run, values)]
          })
          expect(watched).toEqual(alone)
        }
      })

      it('goes on bit for bit from a saved state, also in a fresh run, live values included', async () => {
        const values = defaultValues(spec.params)
        for (const [member, { values: own }] of members(values).entries()) {
          const changes = liveChanges(own)
          const { saved, before, after } = await withRun(own, member, async (run) => {
            await step(run, FEW)
            for (const change of changes) await run.set?.(change)
            await step(run)
            const state = await run.save()
            const text = bits(state)
            const shown = await frameOf(run, values)
            await step(run, FEW)
            const later = await frameOf(run, values)
            expect(bits(state), 'a saved state changed as the run went on').toBe(text)
            await run.restore(state)
            expect(await frameOf(run, values)).toBe(shown)
            await step(run, FEW)
            expect(await frameOf(run, values)).toBe(later)
            expect(bits(state), 'a saved state changed after it was restored').toBe(text)
            return { saved: structuredClone(state), before: shown, after: later }
          })
          await withRun(own, member, async (run) => {
            await run.restore(saved)
            expect(await frameOf(run, values)).toBe(before)
            await step(run, FEW)
            expect(await frameOf(run, values)).toBe(after)
          })
        }
      })

      it('seeks exactly, with what the reader did on the way', async () => {
        const values = defaultValues(spec.params)
        const [{ values: own }] = members(values)
        await withTrack(own, 0, async (track) => {
          const look = lookAt(spec, values)
          const shown = new Map<number, string>()
          const deeds = liveChanges(own).slice(0, 1)
          for (let at = 0; at <= 9; at++) {
            await track.advance(at)
            if (at === 4)
              for (const change of deeds) {
                const deed: Deed = { step: 4, kind: 'set', member: 0, values: change }
                await track.act(deed)
              }
            shown.set(at, bits(await track.frame(look)))
            if (at === 5) await track.keep()
          }
          for (const target of [0, 3, 9, 4, 5, 8, 2]) {
            await track.approach(target)
            await track.advance(target)
            expect(track.step()).toBe(target)
            expect(bits(await track.frame(look)), `step ${target}`).toBe(shown.get(target))
          }
        })
      })

      it('repeats itself with the same seed, and not with another', async () => {
        const seedKey = Object.entries(spec.params).find(([, param]) => param.kind === 'seed')?.[0]
        const curve = (values: AnyValues): Promise<string> =>
          withTrack(members(values)[0].values, 0, async (track) => {
            await track.advance(FEW)
            return bits([
              track.recorder.all(),
              track.halted() ? null : await track.frame(lookAt(spec, values)),
            ])
          })
        for (const [, values] of settings(spec, 2)) expect(await curve(values)).toBe(await curve(values))
        if (seedKey === undefined) return
        const seeded = settings(spec, 100).filter(
          ([, values]) => spec.params[seedKey].when?.(values) !== false,
        )
        expect(seeded.length).toBeGreaterThan(0)
        let differs = false
        for (const [, values] of seeded.slice(0, 3)) {
          const other = { ...values, [seedKey]: (values[seedKey] as number) ^ 1 }
          differs ||= (await curve(values)) !== (await curve(other))
        }
        expect(differs, 'the seed changes nothing').toBe(true)
      })

      it('takes every live value, and it tells', async () => {
        const values = defaultValues(spec.params)
        const [{ values: own }] = members(values)
        const go = (change?: Record<string, unknown>): Promise<string> =>
          withRun(own, 0, async (run) => {
            await step(run, 2)
            if (change) await run.set?.(change)
            await step(run, 3)
            return bits(await run.save())
          })
        const unchanged = await go()
        for (const change of liveChanges(own))
          expect(await go(change), JSON.stringify(change)).not.toBe(unchanged)
        for (const [key, param] of Object.entries(spec.params)) {
          if (param.live !== true || !['number', 'integer'].includes(param.kind)) continue
          if (!('min' in param) || !('max' in param)) continue
          await go({ [key]: param.min })
          await go({ [key]: param.max })
        }
      })

      it('ignores actions that it does not know', async () => {
        const values = defaultValues(spec.params)
        await withRun(members(values)[0].values, 0, async (run) => {
          await step(run, 2)
          const before = bits(await run.save())
          const junk = [
            null,
            undefined,
            7,
            'move',
            [],
            {},
            { kind: 'no-such-action' },
            { type: 'no-such-action' },
          ]
          for (const action of junk) await run.act?.(action)
          expect(bits(await run.save())).toBe(before)
        })
      })

      it('leaves no tensor behind, wherever it stops', async () => {
        // Every other test looks, too, when its runs are disposed of.
        for (const [nth, [, values]] of settings(spec).entries()) {
          for (const [member, { values: own }] of members(values).entries()) {
            for (const count of nth === 0 ? [0, 1, 3] : [1]) {
              await withRun(own, member, async (run) => {
                await step(run, count)
                if (count !== 1) return
                await run.measure?.()
                await run.frame(lookAt(spec, values))
                await run.restore(await run.save())
              })
            }
            if (nth > 0) break
          }
        }
        if (declared?.phases) {
          const values = defaultValues(spec.params)
          await withRun(members(values)[0].values, 0, async (run) => {
            const parts = run.phases?.()[Symbol.asyncIterator]()
            await parts?.next()
            await parts?.return?.()
          })
        }
      })

      if (steady(spec))
        it('holds as many tensors after a thousand steps as after ten', async () => {
          const values = defaultValues(spec.params)
          await withRun(members(values)[0].values, 0, async (run) => {
            await step(run, 10)
            const before = tensors()
            const from = performance.now()
            for (let i = 0; i < STEADY_STEPS && performance.now() - from < STEADY_MS; i++) {
              await step(run)
              if (i % 100 !== 0) continue
              await run.measure?.()
              await run.frame(lookAt(spec, values))
              expect(tensors()).toBe(before)
            }
            expect(tensors()).toBe(before)
          })
        })

      it('takes many steps, or one in parts, just as single ones', async () => {
        const values = defaultValues(spec.params)
        for (const [member, { values: own }] of members(values).entries()) {
          const single = await withRun(own, member, async (run) => {
            await step(run, 5)
            return bits(await run.save())
          })
          await withRun(own, member, async (run) => {
            if (!run.steps) return
            await run.steps(2)
            await run.steps(3)
            expect(bits(await run.save())).toBe(single)
          })
          await withRun(own, member, async (run) => {
            expect(run.phases !== undefined).toBe(declared?.phases !== undefined)
            if (!run.phases) return
            for (let i = 0; i < 5; i++) {
              const names: string[] = []
              for await (const phase of run.phases()) names.push(phase)
              for (const phase of names) expect(declared?.phases).toContain(phase)
            }
            expect(bits(await run.save())).toBe(single)
          })
        }
      })
    })
  }
}
