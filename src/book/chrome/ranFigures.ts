/** Which figures of this book the reader has run, so that the rail can say how many are left. */
const KEY = 'figures-ran'

function readRan(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Marks islands that have run, now and as they do: a figure says so by `data-status`. */
export function setUpRanFigures(): void {
  const slug = document.querySelector<HTMLElement>('[data-slug]')?.dataset['slug']
  if (slug === undefined) return
  const ran = new Set(readRan())
  for (const island of document.querySelectorAll<HTMLElement>('[data-island]')) {
    const id = `${slug}/${island.dataset['island'] ?? ''}`
    if (ran.has(id)) {
      island.dataset['ran'] = ''
      continue
    }
    const observer = new MutationObserver(() => {
      const status = island.querySelector<HTMLElement>('[data-figure]')?.dataset['status'] ?? ''
      if (!['running', 'done'].includes(status)) return
      observer.disconnect()
      island.dataset['ran'] = ''
      document.dispatchEvent(new Event('figure:ran'))
      try {
        localStorage.setItem(KEY, JSON.stringify([...new Set([...readRan(), id])]))
      } catch {
        // Storage is blocked: the rail counts for this visit only.
      }
    })
    observer.observe(island, { subtree: true, attributes: true, attributeFilter: ['data-status'] })
  }
}
