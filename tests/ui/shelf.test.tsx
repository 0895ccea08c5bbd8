import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import type { Keeping } from '../../src/ui/shelf/keeping.ts'
import { FileSource } from '../../src/ui/shelf/FileSource.tsx'
import { nameFile } from '../../src/ui/shelf/nameFile.ts'
import { makeShelf, type ShelfFile } from '../../src/ui/shelf/shelf.ts'
import { shelfStrings } from '../../src/ui/shelf/shelfStrings.ts'

/** A device that keeps files in memory; `broken`: its browser refuses. */
function device(kept: readonly ShelfFile[] = []) {
  const files = new Map(kept.map((file) => [file.name, file]))
  const state = { broken: false }
  const work = <T,>(what: () => T): Promise<T> =>
    state.broken ? Promise.reject(new DOMException('blocked', 'SecurityError')) : Promise.resolve(what())
  const keeping: Keeping = {
    list: () => work(() => [...files.values()]),
    put: (given) =>
      work(() => {
        for (const one of given) files.set(one.name, one)
      }),
    remove: (name) => work(() => void files.delete(name)),
    clear: () =>
      work(() => {
        files.clear()
      }),
  }
  return { keeping, files, state }
}
const file = (name: string, title = name, kind = 'idx'): ShelfFile => ({
  name,
  title,
  kind,
  about: { count: 1 },
  blob: new Blob([name]),
})

describe('the reader’s shelf', () => {
  it('keeps nothing on the device unless it is asked to', async () => {
    const { keeping, files } = device()
    const shelf = makeShelf(keeping)
    await shelf.put([file('a')])
    expect(files.size).toBe(0)
    await shelf.keep(true)
    expect([...files.keys()]).toEqual(['a'])
    await shelf.put([file('b')])
    expect([...files.keys()]).toEqual(['a', 'b'])
    await shelf.keep(false)
    expect(files.size).toBe(0)
    expect(shelf.get()).toMatchObject({ keep: 'no', files: [{ name: 'a' }, { name: 'b' }] })
  })

  it('finds at the next visit what was kept, and hands it to the worker even before that', async () => {
    const { keeping } = device([file('a')])
    const shelf = makeShelf(keeping)
    expect(shelf.get().files).toEqual([])
    expect(await (await shelf.supply('a'))?.text()).toBe('a')
    expect(shelf.get()).toMatchObject({ recalled: true, keep: 'yes', files: [{ name: 'a' }] })
    expect(await shelf.supply('b')).toBeUndefined()
  })

  it('forgets the files of a kind everywhere, and no others', async () => {
    const { keeping, files } = device([file('a'), file('t', 't', 'text')])
    const shelf = makeShelf(keeping)
    await shelf.recall()
    await shelf.forget('idx')
    expect([...files.keys()]).toEqual(['t'])
    expect(shelf.get()).toMatchObject({ keep: 'yes', files: [{ name: 't' }] })
    await shelf.forget('text')
    expect(files.size).toBe(0)
    expect(shelf.get()).toMatchObject({ keep: 'no', files: [] })
    expect(await shelf.supply('a')).toBeUndefined()
  })

  it('has one file of a title: the newer', async () => {
    const { keeping, files } = device()
    const shelf = makeShelf(keeping)
    await shelf.keep(true)
    await shelf.put([file('old', 'images.gz'), file('other', 'labels.gz')])
    await shelf.put([file('new', 'images.gz')])
    expect(shelf.get().files.map(({ name }) => name)).toEqual(['other', 'new'])
    expect([...files.keys()].sort()).toEqual(['new', 'other'])
  })

  it('says where the browser keeps nothing, and goes on with what it has', async () => {
    const { keeping, state } = device()
    state.broken = true
    const shelf = makeShelf(keeping)
    await shelf.recall()
    expect(shelf.get()).toMatchObject({ recalled: true, keep: 'no' })
    await shelf.put([file('a')])
    await shelf.keep(true)
    expect(shelf.get()).toMatchObject({ keep: 'blocked', files: [{ name: 'a' }] })
    expect(await shelf.supply('a')).toBeDefined()
    await shelf.forget('idx')
    expect(shelf.get().files).toEqual([])
  })

  it('lends a file that is only being looked at', async () => {
    const shelf = makeShelf(device().keeping)
    const giveBack = shelf.lend('x', new Blob(['x']))
    expect(await shelf.supply('x')).toBeDefined()
    giveBack()
    expect(await shelf.supply('x')).toBeUndefined()
  })

  it('tells its listeners', async () => {
    const shelf = makeShelf(device().keeping)
    const listener = vi.fn()
    const leave = shelf.subscribe(listener)
    await shelf.put([file('a')])
    leave()
    await shelf.put([file('b')])
    expect(listener).toHaveBeenCalledTimes(1)
  })
})

it('a file is named by what is in it, or can’t be read', async () => {
  const name = await nameFile(new Blob(['0123456789']))
  expect(name).toMatch(/^[0-9a-f]{16}$/)
  expect(await nameFile(new File(['0123456789'], 'other name.gz'))).toBe(name)
  expect(await nameFile(new Blob(['0123456780']))).not.toBe(name)
})

it.each(['en', 'zh'] as const)('in %s it is said that files are sent nowhere', (locale) => {
  const html = renderToString(
    <FileSource locale={locale} kind="idx" onFiles={() => undefined} onForget={() => undefined} />,
  )
  expect(html).toContain(shelfStrings[locale].stays)
  expect(html).toContain('multiple')
})
