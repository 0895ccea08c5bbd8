/** Figures sleep as prerendered pictures. One wakes when it comes near the window, or when the text needs it. */
import { onFigureEvent, sendFigureEvent } from '../../player/island.ts'

const NEAR = '300px 0px'
const awake = new Set<HTMLElement>()

async function wake(island: HTMLElement): Promise<void> {
  if (awake.has(island)) return
  awake.add(island)
  try {
    const { hydrate } = await import('../wake.ts')
    await hydrate(island)
    island.querySelector(':scope > .notice')?.remove()
  } catch (error) {
    awake.delete(island)
    delete island.dataset['unseen']
    sayAsleep(island)
    window.addEventListener('online', () => void wake(island), { once: true })
    throw error
  }
}

/**
 * Offline before the first full visit, or a build that has just been replaced: the recorded picture stays. A press on one of
 * its buttons tries again, and so does a line that comes back.
 */
function sayAsleep(island: HTMLElement): void {
  if (island.querySelector(':scope > .notice') !== null) return
  const notice = document.createElement('p')
  notice.className = 'notice'
  notice.setAttribute('role', 'status')
  notice.textContent = document.documentElement.dataset['asleep'] ?? ''
  island.append(notice)
}

const islandOf = (figure: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-island="${CSS.escape(figure)}"]`)

/** Scrolls to a figure and wakes it. */
export function showFigure(figure: string): void {
  const island = islandOf(figure)
  if (island === null) return
  void wake(island)
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  island.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' })
}

export function setUpIslands(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue
        observer.unobserve(target)
        void wake(target)
      }
    },
    { rootMargin: NEAR },
  )
  for (const island of document.querySelectorAll<HTMLElement>('[data-island]')) {
    observer.observe(island)
    // A link that compares two settings makes its figure another one as it wakes: what would jump is not shown before.
    if (location.search.includes(`${island.dataset['island'] ?? ''}.b.`)) island.dataset['unseen'] = ''
  }

  // A figure that still sleeps can't hear: what it should be set to waits until it first tells its values.
  const heard = new Set<string>()
  const waiting = new Map<string, Record<string, unknown>>()
  const guesses = new Map<string, { figure: string; label: string; sketch: string | null }>()
  onFigureEvent('figure:set', ({ figure, values }) => {
    if (heard.has(figure)) return
    waiting.set(figure, { ...waiting.get(figure), ...values })
    const island = islandOf(figure)
    if (island !== null) void wake(island)
  })
  onFigureEvent('figure:guess', (guess) => {
    if (!heard.has(guess.figure)) guesses.set(guess.figure, guess)
  })
  // Nor can its buttons: a press on one that sleeps wakes the figure, and is made again then.
  const pressed = new Map<string, HTMLButtonElement>()
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    const island = button?.closest<HTMLElement>('[data-island]')
    const figure = island?.dataset['island']
    if (!button || !island || figure === undefined || heard.has(figure)) return
    pressed.set(figure, button)
    void wake(island)
  })
  onFigureEvent('figure:values', ({ figure }) => {
    if (heard.has(figure)) return
    heard.add(figure)
    // Once it has been laid out unseen: what moves in the frame in which it appears has jumped.
    requestAnimationFrame(() => setTimeout(() => delete islandOf(figure)?.dataset['unseen']))
    const button = pressed.get(figure)
    if (button !== undefined) setTimeout(() => button.click())
    const values = waiting.get(figure)
    const guess = guesses.get(figure)
    if (values !== undefined) sendFigureEvent('figure:set', { figure, values })
    if (guess !== undefined) sendFigureEvent('figure:guess', guess)
  })
}
