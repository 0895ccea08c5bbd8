import { BACKENDS, type BackendId } from '../../protocol/messages.ts'
import type { Workload } from '../../protocol/spec.ts'

/**
 * Backends in the order in which they are worth trying for a kind of work. A tiny net is dominated by the cost of starting
 * each operation, which is lowest on cpu; matrices gain from wasm's SIMD; images from a GPU, if there is a real one.
 */
const ORDER: Readonly<Record<Workload, readonly BackendId[]>> = {
  plain: [],
  tiny: ['cpu', 'wasm'],
  dense: ['wasm', 'webgpu', 'webgl', 'cpu'],
  conv: ['webgpu', 'wasm', 'webgl', 'cpu'],
  sequence: ['wasm', 'webgpu', 'cpu', 'webgl'],
}

/** The candidates for a workload; a backend the reader asked for comes first, the usual ones after it. */
export function candidates(workload: Workload, asked?: BackendId): readonly BackendId[] {
  const usual = ORDER[workload]
  return asked === undefined ? usual : [asked, ...usual.filter((id) => id !== asked)]
}

/** So fast that no reader gains from trying others: the candidates are in their likely order. */
const FAST_ENOUGH_MS = 2

/**
 * Measures the candidates in order and gives the fastest. `measure` opens a backend and gives its milliseconds per step,
 * or `undefined` if it can't be used. The second candidate is tried only if the first is slow, and so on; cpu always works.
 */
export async function chooseBackend(
  workload: Workload,
  measure: (id: BackendId) => Promise<number | undefined>,
): Promise<BackendId> {
  let best: { readonly id: BackendId; readonly ms: number } | undefined
  for (const id of candidates(workload)) {
    const ms = await measure(id)
    if (ms !== undefined && (!best || ms < best.ms)) best = { id, ms }
    if (best && best.ms <= FAST_ENOUGH_MS) break
  }
  return best?.id ?? 'cpu'
}

/** Whether a remembered or typed name is a backend's. */
export function isBackendId(name: unknown): name is BackendId {
  return BACKENDS.some((id) => id === name)
}
