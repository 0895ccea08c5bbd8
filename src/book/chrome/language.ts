/**
 * The language a reader has chosen decides where the root leads next time. The switch keeps the figures' settings, and what
 * a teacher's link hides, by taking the address's query along.
 */
export function setUpLanguage(): void {
  const remember = (locale: string | undefined): void => {
    if (locale === undefined) return
    try {
      localStorage.setItem('language', locale)
    } catch {
      // Storage is blocked: the browser's language decides.
    }
  }
  const link = document.querySelector<HTMLAnchorElement>('[data-language]')
  if (link === null) return
  // It may also be opened in a new tab, by the middle button or by its menu.
  for (const way of ['click', 'auxclick', 'contextmenu'])
    link.addEventListener(way, () => {
      link.search = location.search
      if (way !== 'contextmenu') remember(link.dataset['language'])
    })
}
