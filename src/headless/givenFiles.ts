import { readFileSync } from 'node:fs'
import { makeReaderData, type ReaderData } from '../core/readerData.ts'
import { makeFingerprint } from '../math/fingerprint.ts'
import { joinNames } from '../protocol/data.ts'
import type { AnySpec } from '../protocol/spec.ts'
import { UsageError, unknown } from './usage.ts'

/** Files of the command line, as a page would keep them. */
export interface GivenFiles {
  /** Texts for the parameters that take files. */
  readonly set: Readonly<Record<string, string>>
  readonly data: ReaderData
}

/** Reads the files that `--data` names for each parameter. Throws a UsageError that says what it can't use. */
export function readGiven(spec: AnySpec, paths: Readonly<Record<string, string>>): GivenFiles {
  const blobs = new Map<string, Blob>()
  const takers = Object.keys(spec.params).filter((key) => spec.params[key].kind === 'data')
  const entries = Object.entries(paths).map(([key, list]) => {
    if (!takers.includes(key)) throw unknown('parameter for files', key, takers)
    const names = list.split(',').map((path) => {
      const bytes = readBytes(path)
      const fingerprint = makeFingerprint()
      fingerprint.add(bytes)
      blobs.set(fingerprint.text(), new Blob([bytes]))
      return fingerprint.text()
    })
    return [key, joinNames(names)] as const
  })
  return {
    set: Object.fromEntries(entries),
    data: makeReaderData((name) => Promise.resolve(blobs.get(name))),
  }
}

function readBytes(path: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(readFileSync(path))
  } catch (error) {
    throw new UsageError(`${path} can't be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`)
  }
}
