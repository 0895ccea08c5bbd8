import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadStrokes } from '../../src/core/datasets/strokes.ts'

const folder = mkdtempSync(join(tmpdir(), 'evaluate-'))
const images = join(folder, 'images.gz')
const labels = join(folder, 'labels')
const COUNT = 200

beforeAll(async () => {
  const strokes = await loadStrokes(77)
  const digits = strokes.take(0, COUNT)
  const header = (sizes: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(4 + 4 * sizes.length)
    bytes.set([0, 0, 8, sizes.length])
    sizes.forEach((size, i) => bytes.writeUInt32BE(size, 4 + 4 * i))
    return bytes
  }
  const pixels = Uint8Array.from(digits.images, (value) => Math.round(255 * value))
  writeFileSync(images, gzipSync(Buffer.concat([header([COUNT, 28, 28]), pixels])))
  writeFileSync(labels, Buffer.concat([header([COUNT]), digits.labels]))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Runs the tool as an author does, each time in a process of its own. */
function run(...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('node', ['src/headless/launch.mjs', 'evaluate', ...argv], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
const files = ['--images', images, '--labels', labels]
const pairs = [
  '--train-images',
  images,
  '--train-labels',
  labels,
  '--test-images',
  images,
  '--test-labels',
  labels,
]

describe('npm run evaluate', { timeout: 120_000 }, () => {
  it('strokes: pure JSON, accuracy first, and a table that adds up', () => {
    const argv = ['strokes', ...files, '--training-images', '4800', '--seed', '3', '--json']
    const { status, stdout, stderr } = run(...argv)
    expect([status, stderr]).toEqual([0, ''])
    const told = JSON.parse(stdout) as {
      accuracy: number
      perDigit: number[]
      confusion: number[][]
      trainingSeconds: number
    }
    expect(Object.keys(told)[0]).toBe('accuracy')
    // 150 updates: far from its best, and far from one in ten.
    expect(told.accuracy).toBeGreaterThan(0.5)
    const all = told.confusion.flat().reduce((a, b) => a + b)
    expect(all).toBe(COUNT)
    const right = told.confusion.map((row, digit) => row[digit] ?? 0)
    expect(right.reduce((a, b) => a + b) / COUNT).toBeCloseTo(told.accuracy, 12)
    expect(told.perDigit).toEqual(right.map((count) => count / (COUNT / 10)))
    expect(told.trainingSeconds).toBeGreaterThan(0)
  })

  it('reference: the same seeds give the same numbers, beside the reference’s', () => {
    const argv = [...pairs, '--only', 'softmax-regression', '--seeds', '2', '--json']
    type Told = {
      results: { id: string; mean: number; reference: { mean: number }; runs: { accuracy: number }[] }[]
    }
    const tell = (): Told => JSON.parse(run('reference', ...argv).stdout) as Told
    const [one, other] = [tell(), tell()]
    expect(one.results.map(({ id }) => id)).toEqual(['softmax-regression'])
    expect(one.results[0]?.reference.mean).toBeCloseTo(0.885, 3)
    expect(one.results[0]?.runs).toHaveLength(2)
    expect(one.results[0]?.mean).toBeGreaterThan(0.5)
    expect(one.results[0]?.mean).toBe(other.results[0]?.mean)
  })

  it('augmented: learns the images it is given through their changes', () => {
    const { status, stdout } = run('augmented', ...pairs, '--training-images', '4800', '--json')
    expect(status).toBe(0)
    expect((JSON.parse(stdout) as { accuracy: number }).accuracy).toBeGreaterThan(0.5)
  })

  it.each([
    [['nothing'], /Unknown evaluation "nothing"/],
    [['strokes'], /--images is missing/],
    [['strokes', '--images', join(folder, 'none'), '--labels', labels], /none can't be read: ENOENT/],
    [['strokes', '--images', labels, '--labels', images], /images-expected/],
    [['strokes', '--images', images, '--labels', images], /labels-expected/],
    [['strokes', ...files, '--seed', 'x'], /--seed takes a whole number from 0 on, not "x"/],
    [['strokes', ...files, '--backend', 'webgpu'], /Unknown backend "webgpu"/],
    [['strokes', ...files, '--speed', '3'], /--speed/],
    [['reference', '--only', 'cnm'], /Did you mean cnn/],
  ] as [string[], RegExp][])('%s is explained', (argv, message) => {
    const { status, stderr } = run(...argv)
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
  })

  it('says what there is', () => {
    expect(run('--help').stdout).toContain('npm run evaluate -- strokes')
    expect(run().status).toBe(2)
  })
})
