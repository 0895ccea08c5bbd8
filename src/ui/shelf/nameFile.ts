import { makeFingerprint } from '../../math/fingerprint.ts'

/** So much is read at once: the page stays free between two parts. */
const PART = 1 << 19

/** The name that follows from a file's contents. Rejects where it can't be read. */
export async function nameFile(file: Blob): Promise<string> {
  const fingerprint = makeFingerprint()
  for (let from = 0; from < file.size; from += PART)
    fingerprint.add(new Uint8Array(await file.slice(from, from + PART).arrayBuffer()))
  return fingerprint.text()
}
