import { openEngine } from '../engine.ts'
import { backendOf, fileOf, readOptions, readRun, RUN_OPTIONS, TEXT } from './commandLine.ts'
import { readPair } from './files.ts'
import { trainOnStrokes, type StrokesResult } from './trainOnStrokes.ts'

const OPTIONS = { images: TEXT, labels: TEXT, ...RUN_OPTIONS } as const

/** `evaluate strokes`: trains on generated digits alone, and asks the network about a pair of IDX files. */
export async function strokesCommand(
  argv: readonly string[],
  root: string,
  print: (text: string) => void,
): Promise<number> {
  const options = readOptions(argv, OPTIONS)
  const backend = backendOf(options.backend)
  const { seed, shown } = readRun(options)
  const test = await readPair(fileOf('images', options.images), fileOf('labels', options.labels))
  await openEngine(backend, root)
  const result = await trainOnStrokes(test, seed, shown)
  print(options.json === true ? JSON.stringify(report(result, seed, shown, backend), null, 2) : told(result))
  return 0
}

function report(result: StrokesResult, seed: number, trainingImages: number, backend: string) {
  const { accuracy, confusion, loss, trainingSeconds, evaluationSeconds } = result
  return {
    accuracy,
    perDigit: rows(confusion).map((row, digit) => shareOf(row, digit)),
    /** Row by row the true digit, in each row how often it was read as what. */
    confusion: rows(confusion),
    trainingSeconds,
    evaluationSeconds,
    loss,
    trainingImages,
    seed,
    backend,
  }
}

function told({ accuracy, confusion, trainingSeconds }: StrokesResult): string {
  const table = rows(confusion)
  const lines = table.map(
    (row, digit) =>
      `${digit}  ${(100 * shareOf(row, digit)).toFixed(1).padStart(5)} %  ${row.map((n) => String(n).padStart(5)).join('')}`,
  )
  return `${(100 * accuracy).toFixed(2)} % right, after ${trainingSeconds.toFixed(1)} s of training on generated digits alone\n${lines.join('\n')}`
}

const rows = (confusion: Uint32Array): number[][] =>
  Array.from({ length: 10 }, (_, digit) => [...confusion.subarray(digit * 10, digit * 10 + 10)])
const shareOf = (row: readonly number[], digit: number): number =>
  row[digit] /
  Math.max(
    1,
    row.reduce((a, b) => a + b, 0),
  )
