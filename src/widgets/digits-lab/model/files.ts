import { loadIdx } from '../../../core/datasets/idxFile.ts'
import type { ReaderData } from '../../../core/readerData.ts'
import { pairIdx, type Idx, type LabelledImages } from '../../../math/idx.ts'
import { aboutIdx } from '../../../math/idxPairs.ts'
import { namesIn } from '../../../protocol/data.ts'
import { DIGITS, SIDE } from '../spec/params.ts'
import type { FileProblem, Inspected } from '../spec/traffic.ts'

/** What is in one of the reader's files, or why the lab can't use it. */
export async function inspectFile(data: ReaderData, name: string): Promise<Inspected> {
  const file = await loadIdx(data, name)
  if (file.problem) return { problem: file.problem }
  const problem = refuse(file.data)
  return problem ? { problem } : { about: aboutIdx(file.data) }
}

function refuse(idx: Idx): FileProblem | undefined {
  if (idx.kind === 'labels') {
    const label = idx.labels.find((value) => value >= DIGITS)
    return label === undefined ? undefined : { code: 'label-range', label, classes: DIGITS }
  }
  const { rows, columns } = idx
  return rows === SIDE && columns === SIDE ? undefined : { code: 'other-size', rows, columns }
}

/** The images and labels that a parameter names; undefined where they are not here or can't be used. */
export async function loadPair(data: ReaderData, value: string): Promise<LabelledImages | undefined> {
  const files = await Promise.all(namesIn(value).map((name) => loadIdx(data, name)))
  const [images, labels] = files.map((file) => file.data)
  if (!images || !labels || refuse(images) || refuse(labels)) return undefined
  return pairIdx(images, labels).data
}
