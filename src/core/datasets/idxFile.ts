import { parseIdx, type Idx, type IdxProblem } from '../../math/idx.ts'
import { gunzip, isGzip, type GunzipProblem } from './gunzip.ts'

/** 60,000 images of 28 × 28 are 47 MB; much more than four times that is no file of digits. */
export const MOST_BYTES = 200e6

export type IdxFileProblem = IdxProblem | GunzipProblem
export type IdxFile =
  | { readonly data: Idx; readonly problem?: never }
  | { readonly problem: IdxFileProblem; readonly data?: never }

/** Reads an IDX file, plain or gzipped, whatever its name. Never throws for what is in it. */
export async function readIdxFile(bytes: Uint8Array<ArrayBuffer>): Promise<IdxFile> {
  if (!isGzip(bytes)) return parseIdx(bytes)
  const unpacked = await gunzip(bytes, MOST_BYTES)
  return unpacked.problem ? { problem: unpacked.problem } : parseIdx(unpacked.bytes)
}
