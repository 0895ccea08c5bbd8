import { fill } from '../../../i18n/fill.ts'
import { formatNumber } from '../../../i18n/number.ts'
import type { IdxEntry, PairProblem } from '../../../math/idxPairs.ts'
import type { FileProblem, LabData } from '../spec/traffic.ts'
import { type Text } from '../strings/shared.ts'

/** A file that is not used, and why. `no-answer`: nobody could be asked about it. */
export interface RefusedFile {
  readonly title: string
  readonly problem: FileProblem | { readonly code: 'no-answer' }
}

/** Why a file is not used, in a sentence. */
export function wordRefused({ title, problem }: RefusedFile, text: Text): string {
  const numbers = Object.entries<string | number>(problem).map(([key, value]): [string, string] => [
    key,
    typeof value === 'number' ? formatNumber(value) : value,
  ])
  const mb = problem.code === 'too-large' ? formatNumber(Math.round(problem.most / 1e6)) : ''
  const why = fill(text[`file-${problem.code}`], { ...Object.fromEntries(numbers), mb })
  return fill(text.refused, { title, why })
}

/** What is in a file. */
export function wordEntry({ title, about }: IdxEntry, text: Text): string {
  const count = formatNumber(about.count)
  return about.kind === 'images'
    ? fill(text.images, { title, count, rows: about.rows, columns: about.columns })
    : fill(text.labels, { title, count, classes: about.classes })
}

/** Why files that are in order are of no use yet. */
export function wordPairProblem(problem: PairProblem, text: Text): string {
  if (problem.code === 'counts-differ') {
    const { images, labels } = problem
    return fill(text['pair-counts-differ'], {
      images: images.title,
      imageCount: formatNumber(images.about.count),
      labels: labels.title,
      labelCount: formatNumber(labels.about.count),
    })
  }
  const { title, about } = problem.code === 'no-labels' ? problem.images : problem.labels
  return fill(text[`pair-${problem.code}`], { title, count: formatNumber(about.count) })
}

/** What the network learns from and is tested on, in a few words. */
export function wordData({ training, testing }: LabData, text: Text): string {
  const counts = {
    training: training.from === 'own' ? formatNumber(training.count) : '',
    testing: testing.from === 'strokes' ? '' : formatNumber(testing.count),
  }
  if (training.from === 'strokes')
    return fill(testing.from === 'strokes' ? text['data-made-up'] : text['data-real-test'], counts)
  return fill(testing.from === 'held-out' ? text['data-held-out'] : text['data-own'], counts)
}
