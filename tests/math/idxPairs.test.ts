import { describe, expect, it } from 'vitest'
import { makeFingerprint } from '../../src/math/fingerprint.ts'
import { parseIdx } from '../../src/math/idx.ts'
import { aboutIdx, pairFiles, type IdxEntry } from '../../src/math/idxPairs.ts'
import { barImages, barLabels, textBytes } from './idxFiles.ts'

const images = (title: string, count: number): IdxEntry => ({
  name: `i ${title} ${count}`,
  title,
  about: { kind: 'images', count, rows: 28, columns: 28 },
})
const labels = (title: string, count: number): IdxEntry => ({
  name: `l ${title} ${count}`,
  title,
  about: { kind: 'labels', count, classes: 10 },
})
const titles = (pair: { images: IdxEntry; labels: IdxEntry } | undefined) =>
  pair && [pair.images.title, pair.labels.title]

const MNIST = [
  labels('t10k-labels-idx1-ubyte.gz', 10_000),
  images('train-images-idx3-ubyte.gz', 60_000),
  images('t10k-images-idx3-ubyte.gz', 10_000),
  labels('train-labels-idx1-ubyte.gz', 60_000),
]

describe('files of the MNIST family', () => {
  it('all four, in any order, are two pairs', () => {
    for (const given of [MNIST, [...MNIST].reverse()]) {
      const { training, testing, problems } = pairFiles(given)
      expect(titles(training)).toEqual(['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'])
      expect(titles(testing)).toEqual(['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'])
      expect(problems).toEqual([])
    }
  })

  it('without telling names are told apart by their counts', () => {
    const { training, testing } = pairFiles([
      images('a', 10_000),
      images('b', 60_000),
      labels('c', 60_000),
      labels('d', 10_000),
    ])
    expect(titles(training)).toEqual(['b', 'c'])
    expect(titles(testing)).toEqual(['a', 'd'])
    expect(pairFiles([images('a', 10_000), labels('b', 10_000)]).testing).toBeDefined()
    expect(pairFiles([images('a', 300), labels('b', 300)]).training).toBeDefined()
  })

  it('the name counts for more than the count', () => {
    const { training, testing } = pairFiles([images('train-x', 10_000), labels('train-y', 10_000)])
    expect(titles(training)).toEqual(['train-x', 'train-y'])
    expect(testing).toBeUndefined()
  })

  it('of two data sets are not mixed up, and the newer one is taken', () => {
    const { training } = pairFiles([
      images('train-images-idx3-ubyte', 60_000),
      labels('train-labels-idx1-ubyte', 60_000),
      labels('fashion-train-labels.gz', 60_000),
      images('fashion-train-images.gz', 60_000),
    ])
    expect(titles(training)).toEqual(['fashion-train-images.gz', 'fashion-train-labels.gz'])
  })

  it('a wrong pair is no pair, and each file that is left over is named', () => {
    const swapped = pairFiles([images('train-images', 60_000), labels('t10k-labels', 10_000)])
    expect(swapped).toMatchObject({ problems: [{ code: 'counts-differ' }] })
    expect(swapped.training ?? swapped.testing).toBeUndefined()
    expect(pairFiles([images('x', 5)]).problems).toMatchObject([{ code: 'no-labels' }])
    expect(pairFiles([labels('x', 5)]).problems).toMatchObject([{ code: 'no-images' }])
    const more = pairFiles([...MNIST, images('x', 7)])
    expect(more).toMatchObject({ problems: [{ code: 'no-labels', images: { title: 'x' } }] })
    expect(more.training && more.testing).toBeDefined()
    expect(pairFiles([])).toEqual({ problems: [] })
  })

  it('are described in a few numbers', () => {
    const about = (bytes: Uint8Array) => {
      const { data } = parseIdx(bytes)
      return data && aboutIdx(data)
    }
    expect(about(barImages(12))).toEqual({ kind: 'images', count: 12, rows: 28, columns: 28 })
    expect(about(barLabels(7))).toEqual({ kind: 'labels', count: 7, classes: 7 })
  })
})

describe('the name of a file', () => {
  const nameOf = (...parts: readonly Uint8Array[]): string => {
    const fingerprint = makeFingerprint()
    for (const part of parts) fingerprint.add(part)
    return fingerprint.text()
  }

  it('follows from its bytes, read in parts or at once', () => {
    const bytes = barLabels(100)
    expect(nameOf(bytes)).toMatch(/^[0-9a-f]{16}$/)
    expect(nameOf(bytes.subarray(0, 32), bytes.subarray(32))).toBe(nameOf(bytes))
  })

  it('differs with any byte, their order and their number', () => {
    const bytes = barLabels(60)
    const others = Array.from({ length: bytes.length }, (_, i) => {
      const changed = bytes.slice()
      changed[i] ^= 1
      return nameOf(changed)
    })
    const texts = ['', '\0', '\0\0', 'ab', 'ba'].map((text) => nameOf(textBytes(text)))
    const all = [nameOf(bytes), ...others, ...texts]
    expect(new Set(all).size).toBe(all.length)
  })
})
