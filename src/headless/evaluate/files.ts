import { readFileSync } from 'node:fs'
import type { ImageBatch } from '../../core/classifier.ts'
import { readIdxFile } from '../../core/datasets/idxFile.ts'
import { pairIdx, type Idx } from '../../math/idx.ts'
import { UsageError } from '../usage.ts'
import { fileOf, TEXT } from './commandLine.ts'

/** What names the images to train on and those to be asked about. */
export const PAIR_OPTIONS = {
  'train-images': TEXT,
  'train-labels': TEXT,
  'test-images': TEXT,
  'test-labels': TEXT,
} as const

/** Reads both pairs. Throws a UsageError for a file that is not named, and as `readPair` does. */
export async function readPairs(
  options: Readonly<Partial<Record<keyof typeof PAIR_OPTIONS, string | undefined>>>,
): Promise<{ readonly train: ImageBatch; readonly test: ImageBatch }> {
  const pair = (images: keyof typeof PAIR_OPTIONS, labels: keyof typeof PAIR_OPTIONS) =>
    readPair(fileOf(images, options[images]), fileOf(labels, options[labels]))
  return {
    train: await pair('train-images', 'train-labels'),
    test: await pair('test-images', 'test-labels'),
  }
}

/** Reads images and labels from two IDX files, plain or gzipped. Throws a UsageError that says what is wrong with them. */
export async function readPair(images: string, labels: string): Promise<ImageBatch> {
  const pair = pairIdx(await readIdx(images), await readIdx(labels))
  if (pair.problem) throw new UsageError(`${images} with ${labels}: ${describe(pair.problem)}.`)
  const { rows, columns, pixels } = pair.data.images
  if (rows !== 28 || columns !== 28)
    throw new UsageError(`${images}: images of ${rows} × ${columns}, and this takes 28 × 28.`)
  return { pixels: Float32Array.from(pixels, (value) => value / 255), labels: pair.data.labels }
}

async function readIdx(path: string): Promise<Idx> {
  const { data, problem } = await readIdxFile(Uint8Array.from(readBytes(path)))
  if (problem) throw new UsageError(`${path}: ${describe(problem)}.`)
  return data
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new UsageError(`${path} can't be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`)
  }
}

/** `counts-differ (images 5000, labels 10000)`. */
function describe({ code, ...numbers }: { readonly code: string }): string {
  const told = Object.entries(numbers).map(([name, value]) => `${name} ${String(value)}`)
  return told.length === 0 ? code : `${code} (${told.join(', ')})`
}
