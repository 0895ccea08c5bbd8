import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const source = readFileSync('src/book/serviceWorker.ts', 'utf8')
const { outputText } = ts.transpileModule(source, {
  compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
})
const list = { version: 'v2', pages: ['en/', '404.html'], assets: ['assets/a-1.js'] }
const script = outputText.replace("'__PRECACHE__'", () => JSON.stringify(JSON.stringify(list)))

interface Around {
  readonly path?: string
  readonly saveData?: boolean
  /** A worker of an earlier edition is at work. */
  readonly active?: boolean
  /** Every store refuses. */
  readonly full?: boolean
  /** Names and addresses of what is stored already. */
  readonly stored?: Readonly<Record<string, readonly string[]>>
  readonly offline?: boolean
}

/** The worker in a made-up browser. */
function start({ path = '/book/', saveData = false, active = false, full, stored, offline }: Around = {}) {
  const scope = `https://host${path}`
  const stores = new Map(
    Object.entries(stored ?? {}).map(([name, urls]) => [
      name,
      new Map(urls.map((url) => [url, new Response(`stored ${url}`)])),
    ]),
  )
  const fetched: string[] = []
  const answer = (request: Request | string): Promise<Response> => {
    const url = typeof request === 'string' ? request : request.url
    fetched.push(url)
    return offline === true
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(new Response(`fresh ${url}`))
  }
  const refuse = (): never => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const open = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>()
    if (full !== true) stores.set(name, store)
    const urlOf = (given: Request | string): string => (typeof given === 'string' ? given : given.url)
    return Promise.resolve({
      match: (given: Request | string) =>
        full === true ? refuse() : Promise.resolve(store.get(urlOf(given))?.clone()),
      put: (given: Request | string, response: Response) =>
        full === true ? Promise.reject(refusal) : Promise.resolve(void store.set(urlOf(given), response)),
      add: async (request: Request) => void store.set(request.url, await answer(request)),
      keys: () => Promise.resolve([...store.keys()].map((url) => ({ url }))),
      delete: ({ url }: { url: string }) => Promise.resolve(store.delete(url)),
    })
  }
  const refusal = new DOMException('full', 'QuotaExceededError')
  const listeners = new Map<string, (event: unknown) => void>()
  let claimed = false
  const globals = {
    registration: { scope, active: active ? {} : null },
    navigator: { connection: { saveData } },
    clients: { claim: () => Promise.resolve(void (claimed = true)) },
    caches: {
      open,
      keys: () => Promise.resolve([...stores.keys()]),
      delete: (name: string) => Promise.resolve(stores.delete(name)),
    },
    fetch: answer,
    addEventListener: (type: string, listen: (event: unknown) => void) => listeners.set(type, listen),
    ...{ URL, Request, Response, AbortController, setTimeout, clearTimeout },
  }
  runInNewContext(script, globals)
  /** Sends an event, and waits for all that it asks to be waited for. */
  async function send(type: string, request?: { url: string; mode?: string }): Promise<Response | undefined> {
    const waits: Promise<unknown>[] = []
    let response: Promise<Response> | undefined
    listeners.get(type)?.({
      request: { method: 'GET', mode: 'navigate', ...request },
      waitUntil: (promise: Promise<unknown>) => waits.push(promise),
      respondWith: (promise: Promise<Response>) => (response = promise),
    })
    const answered = await response
    await Promise.all(waits)
    return answered
  }
  const names = () => [...stores.keys()].sort()
  return {
    send,
    names,
    fetched,
    claimed: () => claimed,
    textOf: async (url: string) => (await send('fetch', { url }))?.text(),
  }
}

describe('the service worker', () => {
  it('stores pages and files under the name of its own place, and cares for open pages', async () => {
    const worker = start()
    await worker.send('install')
    expect(worker.names()).toEqual(['/book/ assets', '/book/ pages v2'])
    await worker.send('activate')
    expect(worker.claimed()).toBe(true)
  })

  it('removes its older editions, and nothing of a neighbour', async () => {
    const worker = start({
      stored: {
        '/book/ pages v1': ['https://host/book/en/'],
        '/book/ assets': ['https://host/book/assets/a-0.js', 'https://host/book/assets/a-1.js'],
        '/book/draft/ pages v1': [],
        '/book/draft/ assets': ['https://host/book/draft/assets/a-0.js'],
        assets: [],
      },
    })
    await worker.send('activate')
    expect(worker.names()).toEqual([
      '/book/ assets',
      '/book/draft/ assets',
      '/book/draft/ pages v1',
      'assets',
    ])
    expect(await worker.textOf('https://host/book/assets/a-0.js')).toMatch(/^fresh/)
    expect(await worker.textOf('https://host/book/assets/a-1.js')).toMatch(/^stored/)
  })

  it('brings no new edition to a reader who saves data; the first was asked for by the page', async () => {
    await expect(start({ saveData: true, active: true }).send('install')).rejects.toThrow(
      'data is to be saved',
    )
    const first = start({ saveData: true })
    await first.send('install')
    expect(first.fetched).toHaveLength(3)
  })

  it('answers from the network where nothing can be stored', async () => {
    const worker = start({ full: true })
    expect(await worker.textOf('https://host/book/en/')).toBe('fresh https://host/book/en/')
    expect(await worker.textOf('https://host/book/assets/a-1.js')).toBe(
      'fresh https://host/book/assets/a-1.js',
    )
  })

  it('offline, finds a page without its slash, and says of another that it is not there', async () => {
    const worker = start({
      offline: true,
      stored: { '/book/ pages v2': ['https://host/book/en/', 'https://host/book/404.html'] },
    })
    expect(await worker.textOf('https://host/book/en/?valley.seed=3#fig-valley')).toMatch(/^stored/)
    expect((await worker.send('fetch', { url: 'https://host/book/en' }))?.headers.get('location')).toBe(
      'https://host/book/en/',
    )
    expect((await worker.send('fetch', { url: 'https://host/book/zh/x/' }))?.status).toBe(404)
    await expect(worker.send('fetch', { url: 'https://host/book/x.png', mode: 'no-cors' })).rejects.toThrow()
  })

  it('leaves other places alone', async () => {
    expect(await start().send('fetch', { url: 'https://host/other/' })).toBeUndefined()
  })
})
