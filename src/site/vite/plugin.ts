/**
 * The book as a Vite plugin. Building makes two bundles (the browser's, and this site's own code for Node), then runs the
 * second to write every page. In development the same code answers requests, so that prose reloads as it is saved.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { normalizePath, type Manifest, type Plugin, type ViteDevServer } from 'vite'
import { putInAssets, putInPage, type PutFile } from '../server/files.ts'
import type { SiteAssets } from '../server/pages.ts'
import { writePrecache } from './precache.ts'

type ListFiles = (
  root: string,
  assets: SiteAssets,
  siteUrl: string | undefined,
) => Promise<ReadonlyMap<string, () => string>>

const ENTRY = 'src/book/entry.ts'
const SERVER = 'src/site/server/server.ts'
const SERVER_OUT = 'node_modules/.cache/site'
const DEV_ENTRIES = [ENTRY, 'src/book/wake.ts', 'src/worker/*.ts', 'src/widgets/*/*.{ts,tsx}']
const DEV_STYLES = ['/src/book/fonts.css', '/src/ui/styles.css', '/src/book/book.css']

/** `https://host/path/` from SITE_URL: canonical links and the sitemap begin with it. */
export function siteUrl(given = process.env['SITE_URL']?.trim()): string | undefined {
  if (given === undefined || given === '') return undefined
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new Error(`SITE_URL is “${given}”; it must be the book's address, like https://example.org/book/`)
  return url.href.replace(/\/*$/, '/')
}

/** Paths of one widget's files; all three exist. */
function widgetNames(root: string): string[] {
  const folder = join(root, 'src/widgets')
  return readdirSync(folder).filter((name) =>
    ['spec.ts', 'View.tsx', 'strings.ts'].every((file) => existsSync(join(folder, name, file))),
  )
}

export function book(): Plugin {
  let root = process.cwd()
  return {
    name: 'book',
    enforce: 'pre',
    config: () => ({
      appType: 'custom',
      base: './',
      builder: {},
      // In development: found late, a dependency is bundled again, and TensorFlow.js would run in two copies.
      optimizeDeps: { entries: DEV_ENTRIES },
      environments: {
        client: {
          build: {
            outDir: 'dist',
            emptyOutDir: true,
            manifest: true,
            assetsInlineLimit: 0,
            rolldownOptions: {
              checks: { bundlerTimings: false },
              input: { main: ENTRY, sw: 'src/book/serviceWorker.ts' },
              output: {
                entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
              },
            },
          },
        },
        ssr: {
          build: {
            outDir: SERVER_OUT,
            emptyOutDir: true,
            copyPublicDir: false,
            ssr: true,
            rolldownOptions: { checks: { bundlerTimings: false }, input: { server: SERVER } },
          },
        },
      },
    }),
    configResolved(config) {
      root = config.root
    },
    resolveId(id) {
      return id.startsWith('virtual:widget') ? `\0${id}` : undefined
    },
    load(id) {
      if (id === '\0virtual:widgets') return widgetsModule(widgetNames(root))
      const name = /^\0virtual:widget\/(.+)$/.exec(id)?.[1]
      return name === undefined ? undefined : widgetModule(name)
    },
    transform(code, id) {
      // Every browser that can run the book reads woff2; the older formats would only be copied about.
      if (!id.endsWith('katex.min.css')) return undefined
      return { code: code.replace(/,url\([^)]*\) format\("(?:woff|truetype)"\)/g, ''), map: null }
    },
    async buildApp(builder) {
      const { client, ssr } = builder.environments
      if (client === undefined || ssr === undefined)
        throw new Error('the client and ssr environments are missing')
      await builder.build(client)
      await builder.build(ssr)
      const out = join(root, client.config.build.outDir)
      const server = pathToFileURL(join(root, SERVER_OUT, 'server.js')).href
      const { listFiles } = (await import(server)) as { listFiles: ListFiles }
      const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8')) as Manifest
      const files = await listFiles(root, builtAssets(manifest, putInAssets(out)), siteUrl())
      for (const [path, make] of files) {
        mkdirSync(dirname(join(out, path)), { recursive: true })
        writeFileSync(join(out, path), make())
      }
      writePrecache(out)
    },
    configureServer(server) {
      server.watcher.add([join(root, 'chapters')])
      server.watcher.on('change', (file) => {
        if (isReadByServer(server, root, file)) server.ws.send({ type: 'full-reload' })
      })
      return () => {
        server.middlewares.use((request, response, next) => {
          const url = new URL(request.url ?? '/', 'http://localhost').pathname
          if (!/^\/((en|zh)(\/|$)|$|sitemap)/.test(url)) {
            next()
            return
          }
          answer(server, root, url).then(
            (html) => {
              response.statusCode = html === undefined ? 404 : 200
              response.setHeader('Content-Type', 'text/html; charset=utf-8')
              response.end(html ?? 'Not found')
            },
            (error: unknown) => {
              server.ssrFixStacktrace(error as Error)
              next(error)
            },
          )
        })
      }
    },
  }
}

/** Texts and recorded frames, and modules that only pages are made with: what a page has loaded reloads by itself. */
function isReadByServer({ environments }: ViteDevServer, root: string, file: string): boolean {
  if (/^chapters.*\.(mdx|json)$/.test(relative(root, file))) return true
  const { client, ssr } = environments
  const isIn = (graph: typeof ssr.moduleGraph): boolean =>
    graph.getModulesByFile(normalizePath(file)) !== undefined
  return isIn(ssr.moduleGraph) && !isIn(client.moduleGraph)
}

async function answer(server: ViteDevServer, root: string, url: string): Promise<string | undefined> {
  const { listFiles } = (await server.ssrLoadModule(`/${SERVER}`)) as { listFiles: ListFiles }
  const assets = {
    styles: DEV_STYLES,
    script: `/${ENTRY}`,
    fonts: [],
    chapterFonts: [],
    widgetStyles: new Map(),
    put: putInPage,
  }
  const files = await listFiles(root, assets, undefined)
  const make = files.get(`${url.slice(1)}${url.endsWith('/') ? '' : '/'}index.html`.replace(/^\//, ''))
  return make === undefined ? undefined : server.transformIndexHtml(url, make())
}

/** `virtual:widgets`: name → loader; each widget is one chunk. */
function widgetsModule(names: readonly string[]): string {
  const entries = names.map((name) => `  ${JSON.stringify(name)}: () => import('virtual:widget/${name}'),`)
  return `export const widgets = {\n${entries.join('\n')}\n}\n`
}

const widgetModule = (name: string): string =>
  [
    `export { default as spec } from '/src/widgets/${name}/spec.ts'`,
    `export { default as View } from '/src/widgets/${name}/View.tsx'`,
    `export { default as strings } from '/src/widgets/${name}/strings.ts'`,
    '',
  ].join('\n')

/** The style sheets of a chunk and of all that it can't do without; those of the entry stand in every page. */
function stylesOf(manifest: Manifest, key: string, seen = new Set([ENTRY])): string[] {
  if (seen.has(key)) return []
  seen.add(key)
  const { css = [], imports = [] } = manifest[key] ?? {}
  return [...imports.flatMap((other) => stylesOf(manifest, other, seen)), ...css]
}

function builtAssets(manifest: Manifest, put: PutFile): SiteAssets {
  const entry = manifest[ENTRY]
  if (entry === undefined) throw new Error(`the build has no ${ENTRY}`)
  const widgetStyles = new Map<string, readonly string[]>()
  for (const key of Object.keys(manifest)) {
    const name = /virtual:widget\/(.+)$/.exec(key)?.[1]
    if (name !== undefined) widgetStyles.set(name, stylesOf(manifest, key))
  }
  const assets = entry.assets ?? []
  return {
    styles: entry.css ?? [],
    script: entry.file,
    fonts: assets.filter((file) => /source-(serif-4|sans-3)-latin-wght-normal/.test(file)),
    chapterFonts: assets.filter((file) => /serif-4-latin-wght-italic|KaTeX_(Main-R|Math-I)/.test(file)),
    widgetStyles,
    put,
  }
}
