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

/** Applies every correction that concerns the backend, which must be the current one. Returns what undoes them. */
export function applyCorrections(id: BackendId, except: readonly string[] = []): () => void {
  const undo = Object.entries(corrections)
    .filter(([name, { backends }]) => (backends === 'all' || backends.includes(id)) && !except.includes(name))
    .map(([, correction]) => correction.apply())
  return () => undo.reverse().forEach((step) => step())
}
