import { useState } from 'react'
import type { IdxAbout, IdxEntry } from '../../../math/idxPairs.ts'
import type { ViewProps } from '../../../protocol/view.ts'
import { nameFile } from '../../../ui/shelf/nameFile.ts'
import type { Shelf, ShelfFile, ShelfState } from '../../../ui/shelf/shelf.ts'
import { useShelf } from '../../../ui/shelf/useShelf.ts'
import type spec from '../spec.ts'
import type { RefusedFile } from './wordFiles.ts'

/** The lab's files among those of the reader. */
export const KIND = 'idx'
/** Larger files are not opened. */
const MOST_BYTES = 200e6

type Ask = ViewProps<typeof spec>['ask']
type Read = { readonly file: ShelfFile } | { readonly refused: RefusedFile }

export const entriesOn = ({ files }: ShelfState): readonly IdxEntry[] =>
  files.flatMap(({ name, title, kind, about }) =>
    kind === KIND ? [{ name, title, about: about as IdxAbout }] : [],
  )

/** What the reader brought to the lab. */
export interface LabFiles {
  readonly state: ShelfState
  readonly entries: readonly IdxEntry[]
  /** The reader brought something since the page was opened. */
  readonly touched: boolean
  /** The title of the file that is being read. */
  readonly reading: string | null
  readonly refused: readonly RefusedFile[]
  /** Answers all files that are here then; undefined where none of the new ones can be used. */
  take(given: readonly File[]): Promise<readonly IdxEntry[] | undefined>
  /** Says no more of files that were refused. */
  clear(): void
}

/** Reads files one after the other; the worker looks into each, so that the page stays free. */
export function useFiles(ask: Ask): LabFiles {
  const { shelf, state } = useShelf()
  const [reading, setReading] = useState<string | null>(null)
  const [touched, setTouched] = useState(false)
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])

  async function take(given: readonly File[]): Promise<readonly IdxEntry[] | undefined> {
    const found: ShelfFile[] = []
    const bad: RefusedFile[] = []
    setTouched(true)
    setRefused([])
    for (const file of given) {
      setReading(file.name)
      const read = await readFile(file, shelf, ask)
      if ('file' in read) found.push(read.file)
      else bad.push(read.refused)
      setRefused([...bad])
    }
    setReading(null)
    if (found.length === 0) return undefined
    await shelf.put(found)
    return entriesOn(shelf.get())
  }
  return { state, entries: entriesOn(state), touched, reading, refused, take, clear: () => setRefused([]) }
}

async function readFile(blob: File, shelf: Shelf, ask: Ask): Promise<Read> {
  const title = blob.name
  const refuse = (problem: RefusedFile['problem']): Read => ({ refused: { title, problem } })
  if (blob.size === 0) return refuse({ code: 'empty' })
  if (blob.size > MOST_BYTES) return refuse({ code: 'too-large', most: MOST_BYTES })
  let name: string
  try {
    name = await nameFile(blob)
  } catch {
    return refuse({ code: 'unreadable' })
  }
  const giveBack = shelf.lend(name, blob)
  try {
    const answer = await ask({ kind: 'inspect', name })
    if ('about' in answer && answer.about)
      return { file: { name, title, kind: KIND, about: answer.about, blob } }
    return refuse('problem' in answer && answer.problem ? answer.problem : { code: 'no-answer' })
  } catch {
    return refuse({ code: 'no-answer' })
  } finally {
    giveBack()
  }
}
