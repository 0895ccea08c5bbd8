import { parseIdx, type Idx, type IdxFileProblem } from '../../math/idx.ts'
import type { DataProblem } from '../../protocol/data.ts'
import type { ReaderData } from '../readerData.ts'
import { unpack } from './gunzip.ts'

export type IdxFile =
  | { readonly data: Idx; readonly problem?: never }
  | { readonly problem: IdxFileProblem | DataProblem; readonly data?: never }

/** Reads an IDX file, plain or gzipped, whatever its name. Never throws for what is in it. */
export async function readIdxFile(bytes: Uint8Array<ArrayBuffer>): Promise<IdxFile> {
  const unpacked = await unpack(bytes)
  return unpacked.problem ? { problem: unpacked.problem } : parseIdx(unpacked.bytes)
}

/** Reads one of the reader's files by its name. */
export async function loadIdx(data: ReaderData, name: string): Promise<IdxFile> {
  const given = await data(name)
  return given.problem ? { problem: given.problem } : parseIdx(given.bytes)
}
