import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { PictureSource } from '../../src/ui/picture/PictureSource.tsx'
import { pictureStrings } from '../../src/ui/picture/pictureStrings.ts'
import {
  cameraProblem,
  fitSize,
  LONGEST_SIDE,
  MOST_BYTES,
  readPicture,
  refuseFile,
} from '../../src/ui/picture/readPicture.ts'

const bytesOf = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
const png = (width: number, height: number): number[] => [
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
  ...bytesOf(width),
  ...bytesOf(height),
]

describe('what a reader may bring', () => {
  test.each([
    ['nothing at all', 0, [], 'empty'],
    [
      'a text that calls itself digit.png',
      12,
      Array.from('hello world!', (c) => c.charCodeAt(0)),
      'no-picture',
    ],
    ['20 000 × 20 000', 5000, png(20_000, 20_000), 'too-large'],
    ['a line of four thousand million pixels', 5000, png(4_294_967_295, 1), 'too-large'],
    ['a head torn off', 20, png(3, 3).slice(0, 20), 'unreadable'],
    ['no width', 5000, png(0, 5), 'unreadable'],
    ['a file too heavy to open', MOST_BYTES + 1, png(3, 3), 'too-heavy'],
    ['one pixel', 70, png(1, 1), undefined],
    ['a photograph', 4e6, png(6000, 4000), undefined],
  ] as const)('%s', (_, size, head, problem) => {
    expect(refuseFile(size, head)).toBe(problem)
  })

  test('is read without throwing, whatever it is', async () => {
    expect(await readPicture(new Blob([]))).toEqual({ problem: 'empty' })
    expect(await readPicture(new Blob(['<svg/>'], { type: 'image/png' }))).toEqual({ problem: 'no-picture' })
    // Begins like a picture, and there is nothing behind it.
    expect(await readPicture(new Blob([Uint8Array.from(png(8, 8))]))).toEqual({ problem: 'unreadable' })
  })

  test('is made smaller in proportion, and never vanishes', () => {
    expect(fitSize(6000, 3000)).toEqual({ width: LONGEST_SIDE, height: LONGEST_SIDE / 2 })
    expect(fitSize(1, 1)).toEqual({ width: 1, height: 1 })
    expect(fitSize(50_000, 3)).toEqual({ width: LONGEST_SIDE, height: 1 })
  })
})

test('a camera that is not there, or not allowed, is told', () => {
  const named = (name: string): Error => Object.assign(new Error(), { name })
  expect(cameraProblem(named('NotAllowedError'))).toBe('camera-refused')
  expect(cameraProblem(named('NotFoundError'))).toBe('camera-absent')
  expect(cameraProblem(named('NotReadableError'))).toBe('camera-busy')
  expect(cameraProblem(new TypeError('no mediaDevices'))).toBe('camera-unavailable')
  expect(cameraProblem('?')).toBe('camera-unavailable')
})

test('offers its ways in both languages', () => {
  for (const locale of ['en', 'zh'] as const) {
    const html = renderToString(<PictureSource locale={locale} writing onPicture={() => undefined} />)
    const { choose, camera, stays } = pictureStrings[locale]
    for (const words of [choose, camera, stays]) expect(html).toContain(words)
    expect(html).toContain('accept="image/png,image/jpeg,image/webp"')
  }
})
