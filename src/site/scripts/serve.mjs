/** A small static server for the built book: what any static host does, on this machine only. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { createGzip } from 'node:zlib'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
const COMPRESSIBLE = /^(text|application\/(json|manifest|xml)|image\/svg)/

/** The file for a path below `base`: `{ file, status }`, or a place to go to. */
function find(folder, path) {
  const file = normalize(join(folder, decodeURIComponent(path)))
  if (!file.startsWith(folder + sep) && file !== folder) return { status: 404 }
  if (existsSync(file) && statSync(file).isDirectory()) {
    if (!path.endsWith('/')) return { redirect: `${path}/` }
    const index = join(file, 'index.html')
    return existsSync(index) ? { file: index, status: 200 } : { status: 404 }
  }
  return existsSync(file) ? { file, status: 200 } : { status: 404 }
}

function answer(folder, base, request, response) {
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (!url.pathname.startsWith(base)) {
    response.writeHead(302, { Location: base }).end()
    return
  }
  let found
  try {
    found = find(folder, `/${url.pathname.slice(base.length)}`)
  } catch {
    found = { status: 400 }
  }
  if (found.redirect !== undefined) {
    response.writeHead(301, { Location: base + found.redirect.slice(1) + url.search }).end()
    return
  }
  const missing = join(folder, '404.html')
  const file = found.file ?? (existsSync(missing) ? missing : undefined)
  if (file === undefined) {
    response.writeHead(found.status).end()
    return
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  const headers = {
    'Content-Type': type,
    'Cache-Control': url.pathname.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  const gzip = COMPRESSIBLE.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  if (gzip)
    response.writeHead(found.status, { ...headers, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' })
  else response.writeHead(found.status, { ...headers, 'Content-Length': statSync(file).size })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  const content = createReadStream(file)
  if (gzip) content.pipe(createGzip({ level: 6 })).pipe(response)
  else content.pipe(response)
}

/**
 * Serves `folder` below `base`. A port that is taken is passed over for the next one; 0 asks the system for any.
 * @param {{ folder: string, port?: number, host?: string, base?: string }} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ folder, port = 4173, host = '127.0.0.1', base = '/' }) {
  const server = createServer((request, response) => answer(normalize(folder), base, request, response))
  const listen = (wanted) =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(wanted, host, () => {
        server.off('error', reject)
        resolve()
      })
    })
  for (let wanted = port; ; wanted++) {
    try {
      await listen(wanted)
      break
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || wanted > port + 100) throw error
    }
  }
  const address = server.address()
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${address.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Reads `--port 5000` and `--host` from the command line, or PORT. */
export function serverOptions(argv = process.argv.slice(2)) {
  const value = (name) => {
    const at = argv.indexOf(`--${name}`)
    return at < 0 ? undefined : argv[at + 1]
  }
  const host = argv.includes('--host') ? (value('host') ?? '0.0.0.0') : '127.0.0.1'
  return { port: Number(value('port') ?? process.env.PORT ?? 4173), host }
}
