import type { DataProblem, Supply } from '../protocol/data.ts'
import { unpack } from './datasets/gunzip.ts'

export type ReaderBytes =
  | { readonly bytes: Uint8Array; readonly problem?: never }
  | { readonly problem: DataProblem; readonly bytes?: never }

/** The reader's files by name, unpacked. Never rejects. What comes is shared among runs: it must not be altered. */
export type ReaderData = (name: string) => Promise<ReaderBytes>

/** For runs that nobody gave anything. */
export const noReaderData: ReaderData = () => Promise.resolve({ problem: { code: 'absent' } })

/** Reads what `supply` finds. Bytes that some run still holds are read only once; those that none holds are let go. */
export function makeReaderData(supply: Supply): ReaderData {
  const held = new Map<string, WeakRef<ArrayBufferLike>>()
  const coming = new Map<string, Promise<ReaderBytes>>()

  async function fetchBytes(name: string): Promise<ReaderBytes> {
    const blob = await supply(name)
    if (blob === undefined) return { problem: { code: 'absent' } }
    try {
      const read = await unpack(new Uint8Array(await blob.arrayBuffer()))
      if (read.bytes) held.set(name, new WeakRef(read.bytes.buffer))
      return read
    } catch {
      return { problem: { code: 'unreadable' } }
    }
  }

  return (name) => {
    const buffer = held.get(name)?.deref()
    if (buffer !== undefined) return Promise.resolve({ bytes: new Uint8Array(buffer) })
    const present = coming.get(name)
    if (present !== undefined) return present
    const fetched = fetchBytes(name).finally(() => coming.delete(name))
    coming.set(name, fetched)
    return fetched
  }
}
