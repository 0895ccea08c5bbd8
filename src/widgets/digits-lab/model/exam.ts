import type { Classifier, ImageBatch } from '../../../core/classifier.ts'
import { toBytes } from '../../../math/image.ts'
import { PIXELS } from '../../../math/strokes/strokes.ts'
import { DIGITS } from '../spec/params.ts'
import type { Exam, Pictures } from '../spec/traffic.ts'

/** How many of the worst mistakes a frame shows. */
const WORST = 18

/** What was said of every test digit, after so many updates. */
export interface Paper {
  readonly at: number
  readonly accuracy: number
  readonly loss: number
  readonly answers: Uint8Array
  /** Cross-entropy of each answer. */
  readonly losses: Float32Array
}

export async function sitExam(classifier: Classifier, test: ImageBatch): Promise<Paper> {
  const { accuracy, loss, answers, losses } = await classifier.evaluate(test)
  return { at: classifier.updates, accuracy, loss, answers, losses }
}

export function showExam(paper: Paper, test: ImageBatch): Exam {
  const { at, accuracy, loss, answers, losses } = paper
  const confusion = new Uint16Array(DIGITS * DIGITS)
  test.labels.forEach((label, i) => confusion[label * DIGITS + answers[i]]++)
  const wrong = numbersWhere(test, (i) => answers[i] !== test.labels[i])
  const worst = wrong.sort((a, b) => losses[b] - losses[a] || a - b).slice(0, WORST)
  return { at, accuracy, loss, confusion, worst: takePictures(worst, paper, test) }
}

/** The test digits that are a digit and were read as another, the surest answers first. */
export function showCell(paper: Paper, test: ImageBatch, digit: number, answer: number): Pictures {
  const { answers, losses } = paper
  const found = numbersWhere(test, (i) => test.labels[i] === digit && answers[i] === answer)
  // Of right answers the doubtful ones are worth seeing, of wrong ones the certain ones: both have large losses.
  return takePictures(
    found.sort((a, b) => losses[b] - losses[a] || a - b),
    paper,
    test,
  )
}

const numbersWhere = ({ labels }: ImageBatch, holds: (i: number) => boolean): number[] =>
  Array.from(labels.keys()).filter(holds)

function takePictures(numbers: readonly number[], { answers, losses }: Paper, test: ImageBatch): Pictures {
  const images = new Uint8Array(numbers.length * PIXELS)
  numbers.forEach((n, i) => {
    images.set(toBytes(test.pixels.subarray(n * PIXELS, (n + 1) * PIXELS)), i * PIXELS)
  })
  return {
    numbers: Uint16Array.from(numbers),
    images,
    labels: Uint8Array.from(numbers, (n) => test.labels[n]),
    answers: Uint8Array.from(numbers, (n) => answers[n]),
    right: Float32Array.from(numbers, (n) => Math.exp(-losses[n])),
  }
}
