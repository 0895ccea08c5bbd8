/** The contents rail, the progress line and the language switch all follow the place of reading. */

/** Ids of the sections and figures that the rail names, in page order. */
function railTargets(): { link: HTMLAnchorElement; target: HTMLElement }[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('.toc nav a')].flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    return target === null ? [] : [{ link, target }]
  })
}

/** The place of reading: this far down the window. */
const EYE = 0.25

/** How much of the text has been scrolled past, 0 to 1. */
function readShare(): number {
  const room = document.documentElement.scrollHeight - window.innerHeight
  return room <= 0 ? 1 : Math.min(1, Math.max(0, window.scrollY / room))
}

export function setUpPosition(): void {
  const targets = railTargets()
  const line = document.querySelector<HTMLElement>('.progress')
  const rail = document.querySelector<HTMLElement>('.toc ol')
  const language = document.querySelector<HTMLAnchorElement>('[data-language]')
  const left = document.querySelector<HTMLElement>('.toc .left')
  let current: HTMLElement | null | undefined = null
  let queued = false

  const update = (): void => {
    queued = false
    const share = readShare()
    if (line !== null) line.style.width = `${(share * 100).toFixed(1)}%`
    showLeft(left, share)
    let found = targets[0]
    const eye = Math.max(160, window.innerHeight * EYE)
    for (const entry of targets) if (entry.target.getBoundingClientRect().top < eye) found = entry
    if (found?.target === current) return
    current = found?.target
    for (const { link } of targets) link.parentElement?.removeAttribute('aria-current')
    const item = shownLine(found?.link.parentElement ?? null)
    item?.setAttribute('aria-current', 'true')
    if (rail !== null && item) {
      rail.style.setProperty('--read', `${item.offsetTop + item.offsetHeight}px`)
      followInRail(item)
    }
    if (language !== null) language.hash = found === targets[0] ? '' : (current?.id ?? '')
  }
  const queue = (): void => {
    if (queued) return
    queued = true
    requestAnimationFrame(update)
  }
  window.addEventListener('scroll', queue, { passive: true })
  window.addEventListener('resize', () => {
    current = null
    fitRail(rail)
    queue()
  })
  document.addEventListener('figure:ran', queue)
  // The page may have moved without a scroll, or be too busy to have answered one yet.
  language?.addEventListener('click', update)
  fitRail(rail)
  update()
}

/** A rail taller than the window names sections only; if it is still too tall, it scrolls along. It never moves while one reads. */
function fitRail(rail: HTMLElement | null): void {
  const nav = rail?.closest('nav')
  if (nav === null || nav === undefined) return
  nav.classList.remove('tight')
  nav.classList.toggle('tight', nav.scrollHeight > nav.clientHeight)
  nav.classList.add('fitted')
}

/** The line of the rail itself, or that of its section where the rail leaves it out. */
function shownLine(line: HTMLElement | null): HTMLElement | null {
  let shown = line
  while (shown instanceof HTMLElement && shown.offsetParent === null)
    shown = shown.previousElementSibling as HTMLElement | null
  return shown
}

function followInRail(item: HTMLElement): void {
  const nav = item.closest('nav')
  if (nav !== null && nav.scrollHeight > nav.clientHeight)
    nav.scrollTop = item.offsetTop - nav.clientHeight / 2
}

interface LeftWords {
  readonly minutes: string
  readonly last: string
  readonly none: string
  readonly several: string
  readonly counts: readonly string[]
}

/** “About 25 minutes left, two figures still to run”. */
function showLeft(element: HTMLElement | null, share: number): void {
  if (element === null) return
  const words = JSON.parse(element.dataset['words'] ?? '{}') as LeftWords
  const minutes = Math.round((Number(element.dataset['minutes']) * (1 - share)) / 5) * 5
  const open = document.querySelectorAll('[data-island]:not([data-ran])').length
  const time = minutes < 5 ? words.last : words.minutes.replace('{}', String(minutes))
  const figures =
    open === 0 ? words.none : words.several.replace('{}', words.counts[open - 1] ?? String(open))
  element.innerText = `${time}\n${figures}`
}
