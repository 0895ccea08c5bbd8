import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGiven } from '../../src/headless/givenFiles.ts'
import { namesIn } from '../../src/protocol/data.ts'
import { data, defineParams, number } from '../../src/protocol/params.ts'
import type { AnySpec } from '../../src/protocol/spec.ts'

const folder = mkdtempSync(join(tmpdir(), 'given-'))
const [images, labels] = ['images', 'labels'].map((name) => join(folder, name))
beforeAll(() => {
  writeFileSync(images, Uint8Array.of(1, 2, 3))
  writeFileSync(labels, Uint8Array.of(4))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const spec = {
  name: 'w',
  params: defineParams({ rate: number({ default: 1, min: 0, max: 2 }), training: data() }),
} as unknown as AnySpec

describe('files of the command line', () => {
  it('are named by their contents, and found by these names', async () => {
    const given = readGiven(spec, { training: `${images},${labels}` })
    const names = namesIn(given.set['training'])
    expect(spec.params['training'].read(given.set['training'])).toEqual({ value: given.set['training'] })
    expect(await Promise.all(names.map(given.data))).toEqual([
      { bytes: Uint8Array.of(1, 2, 3) },
      { bytes: Uint8Array.of(4) },
    ])
    expect(readGiven(spec, {}).set).toEqual({})
  })

  it.each([
    [{ rate: 'x' }, /Unknown parameter for files "rate"/],
    [{ training: join(folder, 'none') }, /none can't be read: ENOENT/],
  ] as [Record<string, string>, RegExp][])('%j is explained', (paths, message) => {
    expect(() => readGiven(spec, paths)).toThrow(message)
  })
})
