/** What the Vite plugin runs in Node: the whole site from the repository's sources. */
import { setBook } from './book.ts'
import { chapters, widgets } from './content.ts'
import { renderPages, type SiteAssets } from './pages.ts'
import { renderNotFound, renderRoot } from '../pages/root.ts'
import { renderSitemap } from '../pages/sitemap.ts'

/** All text files of the site by path. Throws a BookError when a chapter can't be set. */
export async function renderSite(
  root: string,
  assets: SiteAssets,
  siteUrl: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const sources = { root, chapters, widgets }
  const book = await setBook(sources)
  const files = new Map<string, string>()
  const pages = renderPages(sources, book, assets, siteUrl)
  for (const [route, html] of pages) files.set(`${route}index.html`, html)
  files.set('index.html', renderRoot())
  files.set('404.html', renderNotFound())
  if (siteUrl !== undefined) {
    files.set('sitemap.xml', renderSitemap([...pages.keys()], siteUrl))
    files.set('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${siteUrl}sitemap.xml\n`)
  }
  return files
}
