import type { BackendId, Engine } from '../../protocol/messages.ts'
import type { Workload } from '../../protocol/spec.ts'

/**
 * Engines in the order in which they are worth trying for a kind of work. A tiny net is dominated by the cost of starting
 * each operation, which is lowest on cpu; matrices gain from wasm's SIMD; images from a GPU, if there is a real one (software
 * ones refuse themselves).
 */
const ORDER: Readonly<Record<Workload, readonly Engine[]>> = {
  plain: ['plain'],
  tiny: ['cpu', 'wasm'],
  dense: ['wasm', 'webgpu', 'webgl', 'cpu'],
  conv: ['webgpu', 'wasm', 'webgl', 'cpu'],
  sequence: ['wasm', 'webgpu', 'cpu', 'webgl'],
}

/** A way to compute. `forced`: the reader asked for it by name, so that a software GPU will do. */
export interface Candidate {
  readonly engine: Engine
  readonly forced: boolean
}

/** What to try for a workload, best first, what the reader asked for before all. `plain` work has but one way. */
export function candidates(workload: Workload, asked?: BackendId): readonly Candidate[] {
  const usual = ORDER[workload].map((engine) => ({ engine, forced: false }))
  return asked === undefined || workload === 'plain' ? usual : [{ engine: asked, forced: true }, ...usual]
}

/** So fast that no reader gains from trying others: the candidates are in their likely order. */
const FAST_ENOUGH_MS = 2

/** Whether the first that works is good enough without being timed. */
export const needsTiming = (workload: Workload): workload is Exclude<Workload, 'plain' | 'tiny'> =>
  workload !== 'plain' && workload !== 'tiny'

/**
 * Times the candidates in order and gives the fastest. `measure` gives an engine's milliseconds per step, or `undefined` if it
 * can't be used. The second is tried only if the first is slow, and so on. Undefined when none can be used.
 */
export async function fastest(
  engines: readonly Engine[],
  measure: (engine: Engine) => Promise<number | undefined>,
): Promise<Engine | undefined> {
  let best: { readonly engine: Engine; readonly ms: number } | undefined
  for (const engine of engines) {
    const ms = await measure(engine)
    if (ms !== undefined && (best === undefined || ms < best.ms)) best = { engine, ms }
    if (best !== undefined && best.ms <= FAST_ENOUGH_MS) break
  }
  return best?.engine
}
