import { expect, it } from 'vitest'
import { makeTrack } from '../../../src/core/run/track.ts'
import type { History } from '../../../src/protocol/history.ts'
import { membersOf } from '../../../src/protocol/spec.ts'
import { defaultValues } from '../../../src/protocol/values.ts'
import { NODE_BACKENDS, openInNode } from '../nodeBackend.ts'
import { experiments } from './contract.ts'

const STEPS = 24
/** Rounding differs from kernel to kernel, and training feeds it back: relative, after this many steps. */
const TOLERANCE = 5e-3

it('gives the same curves on cpu and on wasm', { timeout: 120_000 }, async () => {
  const curves = new Map<string, History[]>()
  for (const backend of NODE_BACKENDS) {
    const opened = await openInNode(backend)
    for (const [name, experiment] of experiments) {
      const { spec } = experiment
      if (spec.run?.workload === 'plain') continue
      for (const [member, { id, values }] of membersOf(spec, defaultValues(spec.params)).entries()) {
        const track = await makeTrack({ experiment, values, member, backend, report: () => undefined })
        await track.advance(STEPS)
        const key = `${name}/${id}`
        curves.set(key, [...(curves.get(key) ?? []), track.recorder.all()])
        track.run.dispose()
      }
    }
    opened.close()
  }
  expect(curves.size).toBeGreaterThan(3)
  for (const [key, [cpu, wasm]] of curves) {
    expect(wasm.steps, key).toEqual(cpu.steps)
    for (const [id, column] of Object.entries(cpu.metrics))
      for (const [row, x] of column.entries()) {
        const y = wasm.metrics[id][row]
        expect(Math.abs(x - y) / Math.max(0.1, Math.abs(x)), `${key} ${id} at row ${row}`).toBeLessThan(
          TOLERANCE,
        )
      }
  }
})
