/** A display formula a little wider than its column is set smaller; one far too wide scrolls by itself, and by keys. */
const SMALLEST = 0.72

export function setUpEquations(): void {
  const places = [...document.querySelectorAll<HTMLElement>('.eq-in')]
  if (places.length === 0) return
  const fit = (): void => {
    for (const place of places) place.style.removeProperty('--fit')
    const sizes = places.map((place) => place.clientWidth / place.scrollWidth)
    places.forEach((place, i) => {
      const size = sizes[i] ?? 1
      if (size < 1) place.style.setProperty('--fit', String(Math.max(SMALLEST, size * 0.99)))
    })
    // A stop of the Tab key where there is nothing to scroll would be a stop for nothing.
    for (const place of places) place.tabIndex = place.scrollWidth > place.clientWidth ? 0 : -1
  }
  fit()
  void document.fonts.ready.then(fit)
  window.addEventListener('resize', fit)
}
