/**
 * The built book in a real browser. It is served under a sub-path, so that every test also proves that the build works
 * under any base; every page is watched for console errors, failed requests and requests to other origins.
 */
import { createServer, type Server } from 'node:http'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { existsSync } from 'node:fs'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
}

export interface Served {
  /** Ends in `/`. */
  readonly url: string
  close(): Promise<void>
}

/** `BOOK` names another built folder to test. */
export const built = process.env['BOOK'] ?? 'dist'

/** Serves a folder under `/some/base/`, as a static host would. */
export async function serve(folder = built, base = '/some/base/'): Promise<Served> {
  const server: Server = createServer((request, response) => {
    void (async () => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
      if (!path.startsWith(base)) return response.writeHead(404).end()
      let file = normalize(join(folder, path.slice(base.length)))
      if (path.endsWith('/')) file = join(file, 'index.html')
      const found = await stat(file).catch(() => null)
      if (!found?.isFile()) {
        const page = await readFile(join(folder, '404.html')).catch(() => 'not found')
        return response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page)
      }
      return response
        .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
        .end(await readFile(file))
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium that the test script found (CHROMIUM_PATH), or a system one. */
export function chromiumPath(): string | undefined {
  return process.env['CHROMIUM_PATH'] ?? SYSTEM_BROWSERS.find((path) => existsSync(path))
}

/** Software GPUs are enough: they run the same shaders. */
export async function launch(): Promise<Browser> {
  const executablePath = chromiumPath()
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--enable-unsafe-webgpu',
      '--enable-unsafe-swiftshader',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export interface Watched {
  readonly page: Page
  readonly context: BrowserContext
  /** Console errors, page errors, failed requests, answers ≥ 400 and requests to other origins, in order. */
  readonly faults: string[]
  /** Addresses of all requests. */
  readonly requests: string[]
}

export type OpenOptions = BrowserContextOptions & {
  readonly path?: string
  /** Answers to these addresses may fail. */
  readonly expected?: RegExp
  /** Runs in the page before its own scripts. */
  readonly early?: () => void
}

/** A fresh reader: own storage, own cache. */
export async function open(browser: Browser, url: string, options: OpenOptions = {}): Promise<Watched> {
  const { path = '', expected, early, ...contextOptions } = options
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...contextOptions })
  const page = await context.newPage()
  if (early) await page.addInitScript(early)
  const watched = watch(page, context, url, expected)
  await page.goto(url + path, { waitUntil: 'load' })
  return watched
}

export function watch(page: Page, context: BrowserContext, url: string, expected?: RegExp): Watched {
  const faults: string[] = []
  const requests: string[] = []
  const origin = new URL(url).origin
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => {
    // The browser's own word when a reader leaves faster than one page fades into the next: no script of ours asked for it.
    if (!/^(ViewTransition|Transition was|Skipped ViewTransition)|ViewTransition opt-in/.test(error.message))
      faults.push(`page: ${error.message}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // What a page gives up because the reader leaves it has not failed.
    if (!expected?.test(request.url()) && reason !== 'net::ERR_ABORTED')
      faults.push(`failed: ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && !expected?.test(response.url()))
      faults.push(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    requests.push(request.url())
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()))
      faults.push(`other origin: ${request.url()}`)
  })
  return { page, context, faults, requests }
}
