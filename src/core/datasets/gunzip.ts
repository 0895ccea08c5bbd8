import type { DataProblem } from '../../protocol/data.ts'

/** No file of the reader's may take more, unpacked: 60,000 images of 28 × 28 are 47 MB. */
export const MOST_UNPACKED = 200e6

/** Why a compressed file can't be unpacked. */
export type GunzipProblem = Extract<DataProblem, { readonly code: 'damaged' | 'too-large' }>

export type Gunzipped =
  | { readonly bytes: Uint8Array; readonly problem?: never }
  | { readonly problem: GunzipProblem; readonly bytes?: never }

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Unpacks what is packed, whatever its name; anything else comes back as it is. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>, most = MOST_UNPACKED): Promise<Gunzipped> {
  if (isGzip(bytes)) return gunzip(bytes, most)
  return bytes.length > most ? { problem: { code: 'too-large', most } } : { bytes }
}

/**
 * Unpacks gzip with the platform's own decoder. Stops as soon as more than `most` bytes have come, so that a small file
 * that swells without end takes no memory.
 */
export async function gunzip(packed: Uint8Array<ArrayBuffer>, most: number): Promise<Gunzipped> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  const reader = stream.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > most) {
        await reader.cancel()
        return { problem: { code: 'too-large', most } }
      }
      parts.push(value)
    }
  } catch {
    return { problem: { code: 'damaged' } }
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return { bytes }
}
