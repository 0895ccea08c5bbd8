/** `npm start`: builds the book if its sources have changed since the last build, then serves it. */
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve, serverOptions } from './serve.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const dist = join(root, 'dist')
const stamp = join(root, 'node_modules/.cache/site-stamp')
const SOURCES = ['chapters', 'public', 'src', 'package.json', 'package-lock.json', 'vite.config.ts']

function addToHash(hash, path) {
  const full = join(root, path)
  if (!existsSync(full)) return
  const entries = readdirSafe(full)
  if (entries === undefined) hash.update(path).update(readFileSync(full))
  else for (const name of entries.sort()) addToHash(hash, `${path}/${name}`)
}
function readdirSafe(path) {
  try {
    return readdirSync(path)
  } catch {
    return undefined
  }
}

/** A digest of everything the build reads. */
function digestSources() {
  const hash = createHash('sha256').update(process.env.SITE_URL ?? '')
  for (const path of SOURCES) addToHash(hash, path)
  return hash.digest('hex')
}

const digest = digestSources()
const built = existsSync(stamp) && existsSync(join(dist, 'index.html')) ? readFileSync(stamp, 'utf8') : ''
if (built !== digest) {
  console.log('Building the book…')
  const started = Date.now()
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, digest)
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
}
const { url } = await serve({ folder: dist, ...serverOptions() })
console.log(`Deep Learning, Live: ${url}`)
