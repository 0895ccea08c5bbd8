/** Files that stand beside the pages: a figure's recorded frame, the pixels of its picture. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const TYPES = { json: 'application/json', png: 'image/png' } as const

/**
 * Takes a file's content and gives its address: relative to the site's root, or a `data:` address.
 * The same name and content give the same address, so that both languages share a file.
 */
export type PutFile = (name: string, extension: keyof typeof TYPES, content: Uint8Array | string) => string

/** Writes into `assets/` of the built site, where the service worker finds what it keeps for reading offline. */
export function putInAssets(out: string): PutFile {
  mkdirSync(join(out, 'assets'), { recursive: true })
  return (name, extension, content) => {
    const hash = createHash('sha256').update(content).digest('base64url').slice(0, 8)
    const path = `assets/${name}-${hash}.${extension}`
    writeFileSync(join(out, path), content)
    return path
  }
}

/** Leaves the content in the page: in development nothing is written. */
export const putInPage: PutFile = (_name, extension, content) =>
  `data:${TYPES[extension]};base64,${Buffer.from(content).toString('base64')}`
