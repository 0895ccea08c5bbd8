/**
 * Runs the headless tools in plain Node: `node src/headless/launch.mjs experiment|record …`. The TypeScript sources are bundled
 * once and kept by their content, so that the next call answers at once.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const cache = join(root, 'node_modules/.cache/headless')
const SOURCES = [
  'src/math',
  'src/protocol',
  'src/core',
  'src/headless',
  'src/widgets',
  'src/book',
  'chapters',
]

/** Hash of everything that may be in the bundle. */
function hashSources() {
  const hash = createHash('sha1').update(readFileSync(join(root, 'package-lock.json')))
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) visit(path)
      else if (/\.(ts|mjs)$/.test(entry.name)) hash.update(path).update(readFileSync(path))
    }
  }
  for (const folder of SOURCES) if (existsSync(join(root, folder))) visit(join(root, folder))
  return hash.digest('hex').slice(0, 16)
}

/** Bundles into a folder named by content. Written aside and moved, so that two calls at once do no harm. */
async function bundle(folder) {
  const { build } = await import('vite')
  const aside = `${folder}.${process.pid}`
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(root, 'src/headless/main.ts'),
      outDir: aside,
      emptyOutDir: true,
      copyPublicDir: false,
      minify: false,
      target: 'node20',
      rollupOptions: {
        output: {
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name]-[hash].mjs',
          // The wasm backend was written for CommonJS and asks for these.
          banner:
            'import { createRequire as makeRequire_ } from "node:module"; const require = makeRequire_(import.meta.url); const __dirname = import.meta.dirname; const __filename = import.meta.filename;',
        },
      },
    },
  })
  if (existsSync(cache)) {
    for (const old of readdirSync(cache)) {
      if (!aside.endsWith(old) && !old.includes('.'))
        rmSync(join(cache, old), { recursive: true, force: true })
    }
  }
  if (existsSync(folder)) rmSync(aside, { recursive: true })
  else renameSync(aside, folder)
}

const folder = join(cache, hashSources())
if (!existsSync(join(folder, 'main.mjs'))) await bundle(folder)
const { main } = await import(pathToFileURL(join(folder, 'main.mjs')).href)
process.exitCode = await main(process.argv.slice(2), root)
