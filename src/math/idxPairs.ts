import type { Idx } from './idx.ts'

/** What is in an IDX file, in a few numbers. */
export type IdxAbout =
  | { readonly kind: 'images'; readonly count: number; readonly rows: number; readonly columns: number }
  /** `classes`: how many different labels there are. */
  | { readonly kind: 'labels'; readonly count: number; readonly classes: number }

export function aboutIdx(idx: Idx): IdxAbout {
  const { kind, count } = idx
  if (kind === 'images') return { kind, count, rows: idx.rows, columns: idx.columns }
  return { kind, count, classes: new Set(idx.labels).size }
}

/** A file as the reader knows it (`title`), and as values do (`name`). */
export interface IdxEntry {
  readonly name: string
  readonly title: string
  readonly about: IdxAbout
}

/** Images and labels that belong together. */
export interface IdxPair {
  readonly images: IdxEntry
  readonly labels: IdxEntry
}

/** Why a file is used for nothing; the page words it. */
export type PairProblem =
  /** Images and labels are there, but not as many of the one as of the other. */
  | { readonly code: 'counts-differ'; readonly images: IdxEntry; readonly labels: IdxEntry }
  | { readonly code: 'no-labels'; readonly images: IdxEntry }
  | { readonly code: 'no-images'; readonly labels: IdxEntry }

export interface PairedFiles {
  readonly training?: IdxPair
  readonly testing?: IdxPair
  readonly problems: readonly PairProblem[]
}

/** Test sets of the MNIST family have so many images, training sets six times as many. */
const TEST_COUNT = 10_000

/**
 * Finds out which images belong to which labels, by their counts and their titles, and which pair is for training and which
 * for testing: as the titles say, else by the counts. Where there are several for one purpose, the last given is taken.
 */
export function pairFiles(entries: readonly IdxEntry[]): PairedFiles {
  const free = entries.filter(({ about }) => about.kind === 'labels').reverse()
  const pairs: IdxPair[] = []
  const alone: IdxEntry[] = []
  const imageFiles = entries.filter(({ about }) => about.kind === 'images').reverse()
  // Those that are called alike find each other first, so that two data sets of one size are not mixed up.
  for (const alike of [true, false])
    for (const images of imageFiles) {
      if (pairs.some((pair) => pair.images === images)) continue
      const at = free.findIndex(
        (labels) =>
          labels.about.count === images.about.count && (!alike || stemOf(labels) === stemOf(images)),
      )
      if (at >= 0) pairs.push({ images, labels: free.splice(at, 1)[0] })
      else if (!alike) alone.push(images)
    }
  return { ...shareOut(pairs), problems: explain(alone, free) }
}

const stemOf = ({ title }: IdxEntry): string =>
  title.toLowerCase().replace(/\(\d+\)|images|labels|idx\d?|ubyte|\.gz|[^a-z0-9]/g, '')

type Purpose = 'training' | 'testing'

function purposeOf({ images, labels }: IdxPair): Purpose | undefined {
  const titles = `${images.title} ${labels.title}`.toLowerCase()
  if (titles.includes('train')) return 'training'
  return /t10k|test/.test(titles) ? 'testing' : undefined
}

function shareOut(pairs: readonly IdxPair[]): Omit<PairedFiles, 'problems'> {
  const found: { [P in Purpose]?: IdxPair } = {}
  for (const pair of pairs) {
    const purpose = purposeOf(pair)
    if (purpose) found[purpose] ??= pair
  }
  const unnamed = pairs.filter((pair) => purposeOf(pair) === undefined)
  const bySize = [...unnamed].sort((a, b) => b.images.about.count - a.images.about.count)
  for (const pair of bySize) {
    const usual: Purpose = pair.images.about.count === TEST_COUNT ? 'testing' : 'training'
    const other: Purpose = usual === 'training' ? 'testing' : 'training'
    if (!found[usual]) found[usual] = pair
    else found[other] ??= pair
  }
  return found
}

function explain(images: readonly IdxEntry[], labels: readonly IdxEntry[]): readonly PairProblem[] {
  const problems: PairProblem[] = []
  for (let i = 0; i < Math.max(images.length, labels.length); i++) {
    const [some, others] = [images.at(i), labels.at(i)]
    if (some && others) problems.push({ code: 'counts-differ', images: some, labels: others })
    else if (some) problems.push({ code: 'no-labels', images: some })
    else if (others) problems.push({ code: 'no-images', labels: others })
  }
  return problems
}
