/** What the Vite plugin runs in Node: the whole site from the repository's sources. */
import { setBook } from './book.ts'
import { chapters, widgets } from './content.ts'
import { listPages, type SiteAssets } from './pages.ts'
import { renderNotFound, renderRoot } from '../pages/root.ts'
import { renderSitemap } from '../pages/sitemap.ts'

/**
 * All text files of the site by path, each made when it is asked for. Throws a BookError when a chapter can't be set.
 */
export async function listFiles(
  root: string,
  assets: SiteAssets,
  siteUrl: string | undefined,
): Promise<ReadonlyMap<string, () => string>> {
  const sources = { root, chapters, widgets }
  const book = await setBook(sources)
  const pages = listPages(sources, book, assets, siteUrl)
  const files = new Map([...pages].map(([route, make]) => [`${route}index.html`, make]))
  files.set('index.html', renderRoot)
  files.set('404.html', renderNotFound)
  if (siteUrl !== undefined) {
    files.set('sitemap.xml', () => renderSitemap([...pages.keys()], siteUrl))
    files.set('robots.txt', () => `User-agent: *\nAllow: /\nSitemap: ${siteUrl}sitemap.xml\n`)
  }
  return files
}
