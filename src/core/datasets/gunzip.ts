/** Why a compressed file can't be unpacked; the page words it. */
export type GunzipProblem =
  | { readonly code: 'damaged' }
  /** Unpacked it would take more than this many bytes. */
  | { readonly code: 'too-large'; readonly most: number }

export type Gunzipped =
  | { readonly bytes: Uint8Array; readonly problem?: never }
  | { readonly problem: GunzipProblem; readonly bytes?: never }

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

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
