/** Icons of the page chrome: 20 px grid, 1.5 px stroke, square caps. */
const icon = (content: string): string =>
  `<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${content}</svg>`

export const icons = {
  contents: icon('<path d="M3 5h14M3 10h14M3 15h9"/>'),
  theme: icon('<circle cx="10" cy="10" r="6.5"/><path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/>'),
  close: icon('<path d="M5 5l10 10M15 5L5 15"/>'),
}

/** The book's name with the live dot on its i, or in its middle. */
export const mark = {
  // The dotless letter carries the dot; who listens hears the name as it is written.
  en: 'Deep Learning, <span aria-hidden="true">L<span class="i">ı</span>ve</span><span class="vh">Live</span>',
  zh: '深度学习<span class="mid">·</span>现场',
}
