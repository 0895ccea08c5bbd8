/** Writes the list of the site's files into the service worker, which then stores them for reading offline. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SKIP = /^(\.vite\/|sw\.js$|robots\.txt$|sitemap\.xml$)|\.(map|woff|ttf)$/

/** Files of a folder, relative to it, with forward slashes. */
function* listFiles(folder: string, prefix = ''): Generator<string> {
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix + entry.name
    if (entry.isDirectory()) yield* listFiles(folder, `${path}/`)
    else yield path
  }
}

/** Pages are stored under their route (`en/`), hashed files under their name; the version changes with any content. */
export function writePrecache(out: string): void {
  const hash = createHash('sha256')
  const pages: string[] = []
  const assets: string[] = []
  for (const file of [...listFiles(out)].filter((path) => !SKIP.test(path)).sort()) {
    hash.update(file).update(readFileSync(join(out, file)))
    if (file.startsWith('assets/')) assets.push(file)
    else pages.push(file.replace(/(^|\/)index\.html$/, '$1'))
  }
  const worker = join(out, 'sw.js')
  const list = { version: hash.digest('hex').slice(0, 12), pages, assets }
  const source = readFileSync(worker, 'utf8')
  const filled = source.replace(/["'`]__PRECACHE__["'`]/, () => JSON.stringify(JSON.stringify(list)))
  if (filled === source) throw new Error('sw.js has no place for its list of files')
  writeFileSync(worker, filled)
}
