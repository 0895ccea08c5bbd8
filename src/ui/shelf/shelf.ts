import type { Supply } from '../../protocol/data.ts'
import type { Keeping } from './keeping.ts'

/** A file that the reader gave. */
export interface ShelfFile {
  /** Follows from its contents. */
  readonly name: string
  /** What the reader calls it. */
  readonly title: string
  /** Whose it is: a figure shows those of its own kind. */
  readonly kind: string
  /** What was found in it, in the words of that kind. */
  readonly about: unknown
  readonly blob: Blob
}

export interface ShelfState {
  readonly files: readonly ShelfFile[]
  /** What was kept from earlier visits has been looked for. */
  readonly recalled: boolean
  /** Whether files stay on this device after the visit. `blocked`: the reader wants it, the browser does not. */
  readonly keep: 'no' | 'yes' | 'blocked'
}

/** The reader's files: on this page, and if wanted from visit to visit. They are never sent anywhere. */
export interface Shelf {
  get(): ShelfState
  subscribe(listener: () => void): () => void
  /** Looks for what earlier visits kept; once. */
  recall(): Promise<void>
  /** Lets the worker read a file that is not on the shelf yet, to find out what it is, until the answer is called. */
  lend(name: string, blob: Blob): () => void
  /** Puts files there. One of the same title and kind makes room for the new one. */
  put(files: readonly ShelfFile[]): Promise<void>
  /** From now on files stay on the device, or no more; the page has them all the same. */
  keep(wanted: boolean): Promise<void>
  /** Forgets the files of a kind, here and on the device. */
  forget(kind: string): Promise<void>
  readonly supply: Supply
}

export const EMPTY_SHELF: ShelfState = { files: [], recalled: false, keep: 'no' }

export function makeShelf(keeping: Keeping): Shelf {
  let state = EMPTY_SHELF
  let recalling: Promise<void> | undefined
  const lent = new Map<string, Blob>()
  const listeners = new Set<() => void>()

  function become(change: Partial<ShelfState>): void {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  /** Does what needs the device; says so where it refuses. */
  async function onDevice(work: () => Promise<void>, keep: ShelfState['keep']): Promise<void> {
    become({ keep })
    try {
      await work()
    } catch {
      become({ keep: 'blocked' })
    }
  }

  async function recall(): Promise<void> {
    try {
      const kept = await keeping.list()
      const here = new Set(state.files.map(({ name }) => name))
      const files = [...kept.filter(({ name }) => !here.has(name)), ...state.files]
      become({ files, recalled: true, ...(kept.length > 0 ? { keep: 'yes' } : {}) })
    } catch {
      // Blocked: as if nothing were kept.
      become({ recalled: true })
    }
  }

  const shelf: Shelf = {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    recall: () => (recalling ??= recall()),
    lend(name, blob) {
      lent.set(name, blob)
      return () => void lent.delete(name)
    },
    async put(files) {
      const replaced = (old: ShelfFile): boolean =>
        files.some(({ name, title, kind }) => old.name === name || (old.title === title && old.kind === kind))
      const leaving = state.files.filter(replaced)
      become({ files: [...state.files.filter((old) => !replaced(old)), ...files] })
      if (state.keep !== 'yes') return
      await onDevice(async () => {
        for (const { name } of leaving) await keeping.remove(name)
        await keeping.put(files)
      }, 'yes')
    },
    keep: (wanted) =>
      wanted ? onDevice(() => keeping.put(state.files), 'yes') : onDevice(() => keeping.clear(), 'no'),
    async forget(kind) {
      const leaving = state.files.filter((file) => file.kind === kind)
      become({ files: state.files.filter((file) => file.kind !== kind) })
      if (state.keep !== 'yes') return
      const keep = state.files.length > 0 ? 'yes' : 'no'
      await onDevice(async () => {
        for (const { name } of leaving) await keeping.remove(name)
      }, keep)
    },
    async supply(name) {
      const here = lent.get(name) ?? find(name)
      if (here) return here
      await shelf.recall()
      return find(name)
    },
  }
  const find = (name: string): Blob | undefined => state.files.find((file) => file.name === name)?.blob
  return shelf
}
