import { gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { makeReaderData } from '../../src/core/readerData.ts'
import { makeWanting } from '../../src/worker/wanting.ts'

const blobs: Readonly<Record<string, Blob>> = {
  plain: new Blob([Uint8Array.of(1, 2, 3)]),
  packed: new Blob([gzipSync(Uint8Array.of(4, 5))]),
  damaged: new Blob([Uint8Array.of(0x1f, 0x8b, 9, 9)]),
  gone: {
    arrayBuffer: () => Promise.reject(new DOMException('moved', 'NotReadableError')),
  } as unknown as Blob,
}

describe('the reader’s files', () => {
  it('come unpacked, or with the reason why not', async () => {
    const data = makeReaderData((name) => Promise.resolve(blobs[name]))
    expect(await data('plain')).toEqual({ bytes: Uint8Array.of(1, 2, 3) })
    expect(await data('packed')).toEqual({ bytes: Uint8Array.of(4, 5) })
    expect(await data('damaged')).toEqual({ problem: { code: 'damaged' } })
    expect(await data('gone')).toEqual({ problem: { code: 'unreadable' } })
    expect(await data('never given')).toEqual({ problem: { code: 'absent' } })
  })

  it('are read once for all runs that hold them, and shared', async () => {
    const supply = vi.fn((name: string) => Promise.resolve(blobs[name]))
    const data = makeReaderData(supply)
    const [one, other] = await Promise.all([data('plain'), data('plain')])
    const third = await data('plain')
    expect(supply).toHaveBeenCalledTimes(1)
    expect(one.bytes?.buffer).toBe(other.bytes?.buffer)
    expect(one.bytes?.buffer).toBe(third.bytes?.buffer)
  })

  it('that were not there are asked for again', async () => {
    const supply = vi.fn<(name: string) => Promise<Blob | undefined>>()
    supply.mockResolvedValueOnce(undefined).mockResolvedValue(blobs['plain'])
    const data = makeReaderData(supply)
    expect((await data('plain')).problem).toEqual({ code: 'absent' })
    expect((await data('plain')).bytes).toHaveLength(3)
  })
})

describe('a worker that wants a file', () => {
  it('asks the page once, and gives everyone its answer', async () => {
    const post = vi.fn()
    const { supply, hear } = makeWanting(post)
    const answers = [supply('a'), supply('a'), supply('b')]
    expect(post.mock.calls).toEqual([[{ type: 'want', name: 'a' }], [{ type: 'want', name: 'b' }]])
    hear({ type: 'data', name: 'a', blob: blobs['plain'] })
    hear({ type: 'data', name: 'b' })
    hear({ type: 'data', name: 'nobody wants it' })
    expect(await Promise.all(answers)).toEqual([blobs['plain'], blobs['plain'], undefined])
  })
})
