/** The language a reader has chosen decides where the root leads next time. */
export function setUpLanguage(): void {
  const remember = (locale: string | undefined): void => {
    if (locale === undefined) return
    try {
      localStorage.setItem('language', locale)
    } catch {
      // Storage is blocked: the browser's language decides.
    }
  }
  document.querySelector<HTMLElement>('[data-language]')?.addEventListener('click', (event) => {
    remember((event.currentTarget as HTMLElement).dataset['language'])
  })
}
