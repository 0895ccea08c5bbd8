/**
 * Reading offline. Pages come from the network first, so that an update is seen at once; hashed files never change and
 * come from the store. A new worker waits until no tab uses the old one; only then are files of older builds removed.
 * The first worker takes the page that brought it under its care at once: it is a visit too. Several editions may live on
 * one origin, so the stores are named by the scope. That a store is full or blocked never costs the reader the page.
 */
interface Extendable extends Event {
  waitUntil(promise: Promise<unknown>): void
}
interface Fetching extends Extendable {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}
interface WorkerScope {
  readonly registration: { readonly scope: string; readonly active: object | null }
  readonly clients: { claim(): Promise<void> }
  readonly navigator: { readonly connection?: { readonly saveData?: boolean } }
  addEventListener(type: 'install' | 'activate', listen: (event: Extendable) => void): void
  addEventListener(type: 'fetch', listen: (event: Fetching) => void): void
}

const scope = globalThis as unknown as WorkerScope
const { version, pages, assets } = JSON.parse('__PRECACHE__') as {
  readonly version: string
  readonly pages: readonly string[]
  readonly assets: readonly string[]
}
const OWN = new URL(scope.registration.scope).pathname
const ASSETS = `${OWN} assets`
const PAGES_OF_ANY = `${OWN} pages `
const PAGES = PAGES_OF_ANY + version
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
    if (name.startsWith(PAGES_OF_ANY) && name !== PAGES) await caches.delete(name)
  const cache = await caches.open(ASSETS)
  const wanted = new Set(assets.map(addressOf))
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request)
}

/** What is stored under an address; nothing where the store can't be read. */
async function find(cacheName: string, address: Request | string): Promise<Response | undefined> {
  try {
    return await (await caches.open(cacheName)).match(address, { ignoreSearch: true })
  } catch {
    return undefined
  }
}

/** Keeps a copy, beside the answer and not before it. */
function keep(event: Fetching, cacheName: string, response: Response): void {
  if (!response.ok) return
  const copy = response.clone()
  const address = event.request.url.split(/[?#]/)[0] ?? event.request.url
  const kept = caches.open(cacheName).then((cache) => cache.put(address, copy))
  event.waitUntil(kept.catch(() => undefined))
}

async function answerAsset(event: Fetching): Promise<Response> {
  const stored = await find(ASSETS, event.request)
  if (stored !== undefined) return stored
  const response = await fetch(event.request)
  keep(event, ASSETS, response)
  return response
}

/** A page that was never stored: an address without its last slash, or one that leads nowhere. */
async function findOtherwise({ url, mode }: Request): Promise<Response | undefined> {
  if (mode !== 'navigate') return undefined
  const folder = `${url.split(/[?#]/)[0] ?? url}/`
  if ((await find(PAGES, folder)) !== undefined) return Response.redirect(folder)
  const page = await find(PAGES, addressOf('404.html'))
  return page && new Response(page.body, { status: 404, headers: page.headers })
}

async function answerPage(event: Fetching): Promise<Response> {
  const { request } = event
  const patience = new AbortController()
  const timer = setTimeout(() => {
    patience.abort()
  }, NETWORK_PATIENCE_MS)
  try {
    const response = await fetch(request, { signal: patience.signal })
    keep(event, PAGES, response)
    return response
  } catch (error) {
    const found = await find(PAGES, request)
    if (found !== undefined) return found
    if (patience.signal.aborted) return await fetch(request)
    const other = await findOtherwise(request)
    if (other !== undefined) return other
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** A reader who saves data keeps the edition that is stored: this one is refused, and tried again at a later visit. */
async function install(): Promise<void> {
  if (scope.registration.active !== null && scope.navigator.connection?.saveData === true)
    throw new Error('data is to be saved')
  await Promise.all([store(ASSETS, assets, 'default'), store(PAGES, pages, 'no-cache')])
}

scope.addEventListener('install', (event) => {
  event.waitUntil(install())
})
scope.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([removeOld(), scope.clients.claim()]))
})
scope.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(scope.registration.scope)) return
  const path = request.url.slice(scope.registration.scope.length)
  event.respondWith(path.startsWith('assets/') ? answerAsset(event) : answerPage(event))
})
