/**
 * TensorFlow.js 4.22 computes some results and gradients wrongly, without an error. Each file in `corrections/`
 * puts one of them right through the library's public registries; a backend opens with those that concern it.
 */
import type { BackendId } from '../../protocol/messages.ts'

export interface Correction {
  /** The backends concerned; gradients are the same on all. */
  readonly backends: readonly BackendId[] | 'all'
  /** Puts it right on the current backend. Returns what undoes it. */
  apply(): () => void
}

const files = import.meta.glob<Correction>('./corrections/*.ts', { eager: true, import: 'correction' })

/** All corrections by id (the file's name). */
export const corrections: Readonly<Record<string, Correction>> = Object.fromEntries(
  Object.entries(files).map(([path, correction]) => [path.replace(/^.*\/|\.ts$/g, ''), correction]),
)

/** The corrections in force, by id, with what undoes each. */
export type AppliedCorrections = ReadonlyMap<string, () => void>

/** Applies every correction that concerns the backend, which must be the current one. */
export function applyCorrections(id: BackendId): AppliedCorrections {
  const concerned = Object.entries(corrections).filter(
    ([, { backends }]) => backends === 'all' || backends.includes(id),
  )
  return new Map(concerned.map(([name, correction]) => [name, correction.apply()]))
}
