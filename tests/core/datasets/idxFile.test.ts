import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { gunzip, isGzip } from '../../../src/core/datasets/gunzip.ts'
import { readIdxFile } from '../../../src/core/datasets/idxFile.ts'

const labels = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 3, 7, 8, 9)
const packed = Uint8Array.from(gzipSync(labels))

describe('an IDX file', () => {
  it.each([
    ['plain', labels],
    ['gzipped', packed],
  ])('is read %s', async (_, bytes) => {
    expect((await readIdxFile(bytes)).data).toEqual({ kind: 'labels', count: 3, labels: labels.slice(8) })
  })

  it.each([
    ['cut off', packed.slice(0, packed.length - 6)],
    ['with a wrong check sum', packed.map((byte, i) => (i === packed.length - 7 ? byte ^ 1 : byte))],
    ['that is only a beginning', packed.slice(0, 2)],
    ['of nonsense', Uint8Array.from({ length: 100 }, (_, i) => [0x1f, 0x8b][i] ?? (i * 37) % 256)],
  ])('a gzip file %s is told from others', async (_, bytes) => {
    expect((await readIdxFile(bytes)).problem).toEqual({ code: 'damaged' })
  })

  it('in gzip inside gzip is no IDX file', async () => {
    expect((await readIdxFile(Uint8Array.from(gzipSync(packed)))).problem).toEqual({ code: 'not-idx' })
  })

  it('that swells without end is stopped early', async () => {
    const bomb = Uint8Array.from(gzipSync(new Uint8Array(50e6)))
    expect(bomb.length).toBeLessThan(60_000)
    expect(await gunzip(bomb, 1e6)).toEqual({ problem: { code: 'too-large', most: 1e6 } })
  })

  it('is known by its first bytes, not by its name', () => {
    expect(isGzip(packed)).toBe(true)
    expect(isGzip(labels)).toBe(false)
  })
})
