/**
 * Reading offline. Pages come from the network first, so that an update is seen at once; hashed files never change and
 * come from the store. A new worker waits until no tab uses the old one; only then are files of older builds removed.
 */
interface Extendable extends Event {
  waitUntil(promise: Promise<unknown>): void
}
interface Fetching extends Extendable {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}
interface WorkerScope {
  readonly registration: { readonly scope: string }
  addEventListener(type: 'install' | 'activate', listen: (event: Extendable) => void): void
  addEventListener(type: 'fetch', listen: (event: Fetching) => void): void
}

const scope = globalThis as unknown as WorkerScope
const { version, pages, assets } = JSON.parse('__PRECACHE__') as {
  readonly version: string
  readonly pages: readonly string[]
  readonly assets: readonly string[]
}
const ASSETS = 'assets'
const PAGES = `pages-${version}`
const NETWORK_PATIENCE_MS = 4000

const addressOf = (path: string): string => new URL(path, scope.registration.scope).href

/** Fetches what is not stored yet, a few at a time: the reader may be using the line. */
async function store(cacheName: string, paths: readonly string[], mode: RequestCache): Promise<void> {
  const cache = await caches.open(cacheName)
  const queue = [...paths]
  const take = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const address = addressOf(path)
      if ((await cache.match(address)) === undefined) await cache.add(new Request(address, { cache: mode }))
    }
  }
  await Promise.all([take(), take(), take()])
}

async function removeOld(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('pages-') && name !== PAGES) await caches.delete(name)
  const cache = await caches.open(ASSETS)
  const wanted = new Set(assets.map(addressOf))
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request)
}

async function answerAsset(request: Request): Promise<Response> {
  const cache = await caches.open(ASSETS)
  const stored = await cache.match(request, { ignoreSearch: true })
  if (stored !== undefined) return stored
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
  return response
}

async function answerPage(request: Request): Promise<Response> {
  const cache = await caches.open(PAGES)
  const stored = (): Promise<Response | undefined> => cache.match(request, { ignoreSearch: true })
  const patience = new AbortController()
  const timer = setTimeout(() => {
    patience.abort()
  }, NETWORK_PATIENCE_MS)
  try {
    const response = await fetch(request, { signal: patience.signal })
    if (response.ok) await cache.put(request.url.split(/[?#]/)[0] ?? request.url, response.clone())
    return response
  } catch (error) {
    const found = await stored()
    if (found !== undefined) return found
    if (patience.signal.aborted) return await fetch(request)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

scope.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([store(ASSETS, assets, 'default'), store(PAGES, pages, 'no-cache')]))
})
scope.addEventListener('activate', (event) => {
  event.waitUntil(removeOld())
})
scope.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(scope.registration.scope)) return
  const path = request.url.slice(scope.registration.scope.length)
  event.respondWith(path.startsWith('assets/') ? answerAsset(request) : answerPage(request))
})
