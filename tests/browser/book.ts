import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Browser } from 'playwright'
import { launch, open, serve, type OpenOptions, type Served, type Watched } from './harness.ts'

export interface Book {
  /** The address the book is served under; ends in `/`. */
  readonly url: string
  /** A fresh reader's page, to be closed by the test. */
  open(options?: OpenOptions): Promise<Watched>
  /** A fresh reader's page, closed after the test, which fails if the page had a fault. */
  visit(options?: OpenOptions): Promise<Watched>
}

/** The built book and a browser for the tests of a file: there before the first, gone after the last. */
export function useBook(): Book {
  let site: Served
  let browser: Browser
  let visited: Watched[] = []
  beforeAll(async () => {
    site = await serve()
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })
  afterEach(async () => {
    const pages = visited
    visited = []
    for (const { context } of pages) await context.close()
    expect(pages.flatMap(({ faults }) => faults)).toEqual([])
  })
  return {
    get url() {
      return site.url
    },
    open: (options) => open(browser, site.url, options),
    async visit(options) {
      const watched = await open(browser, site.url, options)
      visited.push(watched)
      return watched
    },
  }
}
