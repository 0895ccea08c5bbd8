import type { Classifier } from '../../../core/classifier.ts'
import { toBytes } from '../../../math/image.ts'
import { PIXELS } from '../../../math/strokes/strokes.ts'
import { DIGITS } from '../spec/params.ts'
import type { Exam, Pictures } from '../spec/traffic.ts'
import type { ImageSet } from './images.ts'

/** How many of the worst mistakes a frame shows. */
const WORST = 18
/** So many images are in memory as numbers at once. */
const PART = 500

/** What was said of every test image, or of each of the sample, after so many updates. */
export interface Paper {
  readonly at: number
  readonly whole: boolean
  readonly accuracy: number
  readonly loss: number
  readonly answers: Uint8Array
  /** Cross-entropy of each answer. */
  readonly losses: Float32Array
}

export async function sitExam(classifier: Classifier, test: ImageSet, whole: boolean): Promise<Paper> {
  const { length: count } = test.labels
  const answers = new Uint8Array(count)
  const losses = new Float32Array(count)
  let right = 0
  let total = 0
  for (let from = 0; from < count; from += PART) {
    const part = test.take(from, Math.min(PART, count - from))
    const verdict = await classifier.evaluate(part)
    answers.set(verdict.answers, from)
    losses.set(verdict.losses, from)
    right += verdict.accuracy * part.labels.length
    total += verdict.loss * part.labels.length
  }
  return { at: classifier.updates, whole, accuracy: right / count, loss: total / count, answers, losses }
}

export function showExam(paper: Paper, test: ImageSet): Exam {
  const { at, accuracy, loss, answers, losses } = paper
  const confusion = new Uint32Array(DIGITS * DIGITS)
  test.labels.forEach((label, i) => confusion[label * DIGITS + answers[i]]++)
  const wrong = numbersWhere(test, (i) => answers[i] !== test.labels[i])
  const worst = wrong.sort((a, b) => losses[b] - losses[a] || a - b).slice(0, WORST)
  const tested = answers.length
  return { at, tested, accuracy, loss, confusion, worst: takePictures(worst, paper, test) }
}

/** The test digits that are a digit and were read as another, the surest answers first. */
export function showCell(paper: Paper, test: ImageSet, digit: number, answer: number): Pictures {
  const { answers, losses } = paper
  const found = numbersWhere(test, (i) => test.labels[i] === digit && answers[i] === answer)
  // Of right answers the doubtful ones are worth seeing, of wrong ones the certain ones: both have large losses.
  return takePictures(
    found.sort((a, b) => losses[b] - losses[a] || a - b),
    paper,
    test,
  )
}

const numbersWhere = ({ labels }: ImageSet, holds: (i: number) => boolean): number[] =>
  Array.from(labels.keys()).filter(holds)

function takePictures(numbers: readonly number[], { answers, losses }: Paper, test: ImageSet): Pictures {
  const images = new Uint8Array(numbers.length * PIXELS)
  numbers.forEach((n, i) => {
    images.set(toBytes(test.take(n, 1).pixels), i * PIXELS)
  })
  return {
    numbers: Uint32Array.from(numbers),
    images,
    labels: Uint8Array.from(numbers, (n) => test.labels[n]),
    answers: Uint8Array.from(numbers, (n) => answers[n]),
    right: Float32Array.from(numbers, (n) => Math.exp(-losses[n])),
  }
}
